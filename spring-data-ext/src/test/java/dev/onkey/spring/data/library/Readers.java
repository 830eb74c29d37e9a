/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.library;

import dev.onkey.hibernate.Upserted;
import dev.onkey.spring.data.UpsertRepository;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.transaction.annotation.Transactional;

/** Declares one method again. */
public interface Readers extends JpaRepository<Reader, Long>, UpsertRepository<Reader>, Shared<Reader> {

    @Override
    @Transactional(timeout = 70)
    <S extends Reader> Upserted<S> upsert(S candidate);
}
