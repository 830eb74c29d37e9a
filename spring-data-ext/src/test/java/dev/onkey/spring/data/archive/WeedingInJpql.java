/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.archive;

import jakarta.persistence.EntityManager;
import org.springframework.transaction.annotation.Transactional;

class WeedingInJpql implements Weeding {

    private final EntityManager entityManager;

    WeedingInJpql(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Override
    @Transactional
    public int weed(String isbn) {
        return entityManager
                .createQuery("delete Book where isbn = :isbn")
                .setParameter("isbn", isbn)
                .executeUpdate();
    }
}
