/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.guests;

import dev.onkey.spring.data.UpsertRepository;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.repository.NoRepositoryBean;

/** A base interface. */
@NoRepositoryBean
public interface Keyed<T> extends JpaRepository<T, Long>, UpsertRepository<T> {}
