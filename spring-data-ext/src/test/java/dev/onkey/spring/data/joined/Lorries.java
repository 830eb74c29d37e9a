/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.joined;

import dev.onkey.spring.data.UpsertRepository;
import org.springframework.data.jpa.repository.JpaRepository;

public interface Lorries extends JpaRepository<Lorry, Long>, UpsertRepository<Lorry> {}
