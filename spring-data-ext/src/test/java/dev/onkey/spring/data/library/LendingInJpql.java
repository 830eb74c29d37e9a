/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.library;

import jakarta.persistence.EntityManager;
import org.springframework.transaction.annotation.Transactional;

class LendingInJpql implements Lending {

    private final EntityManager entityManager;

    LendingInJpql(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Override
    @Transactional
    public int lend(String isbn) {
        return entityManager
                .createQuery("update Book set copies = copies - 1 where isbn = :isbn and copies > 0")
                .setParameter("isbn", isbn)
                .executeUpdate();
    }
}
