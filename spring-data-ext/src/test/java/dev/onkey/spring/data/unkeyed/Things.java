/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.unkeyed;

import dev.onkey.spring.data.UpsertRepository;
import org.springframework.data.jpa.repository.JpaRepository;

public interface Things extends JpaRepository<Thing, Long>, UpsertRepository<Thing> {}
