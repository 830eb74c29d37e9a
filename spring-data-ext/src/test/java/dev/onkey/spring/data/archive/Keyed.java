/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.archive;

import dev.onkey.spring.data.UpsertRepository;
import dev.onkey.spring.data.library.Shared;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.repository.NoRepositoryBean;

/** What the application's repositories have in common. */
@NoRepositoryBean
public interface Keyed<T> extends JpaRepository<T, Long>, UpsertRepository<T>, Shared<T> {}
