/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.orm.jpa.EntityManagerHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Keeps an entity manager open, as Spring Boot does for a web request. */
final class OpenView {

    private OpenView() {}

    static void run(ApplicationContext context, Runnable work) {
        EntityManagerFactory factory = context.getBean(EntityManagerFactory.class);
        try (EntityManager entityManager = factory.createEntityManager()) {
            TransactionSynchronizationManager.bindResource(factory, new EntityManagerHolder(entityManager));
            try {
                work.run();
            } finally {
                TransactionSynchronizationManager.unbindResource(factory);
            }
        }
    }
}
