/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.meter;

import dev.onkey.spring.data.UpsertRepository;
import org.springframework.data.jpa.repository.JpaRepository;

public interface Meters extends JpaRepository<Meter, Long>, UpsertRepository<Meter> {}
