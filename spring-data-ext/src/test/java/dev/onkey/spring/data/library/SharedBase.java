/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.library;

import jakarta.persistence.EntityManager;
import org.springframework.data.jpa.repository.support.JpaEntityInformation;
import org.springframework.data.jpa.repository.support.SimpleJpaRepository;

/** What all repositories share. */
public class SharedBase<T, K> extends SimpleJpaRepository<T, K> implements Shared<T> {

    private final EntityManager entityManager;

    public SharedBase(JpaEntityInformation<T, ?> entity, EntityManager entityManager) {
        super(entity, entityManager);
        this.entityManager = entityManager;
    }

    @Override
    public boolean isManaged(T entity) {
        return entityManager.contains(entity);
    }
}
