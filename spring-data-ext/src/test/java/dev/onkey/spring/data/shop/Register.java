/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.shop;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** A repository that is written by hand. */
@Repository
@Transactional
public class Register {

    /** What an application makes of a duplicate by itself. */
    public static class EmailTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        EmailTaken(Throwable cause) {
            super(cause);
        }
    }

    @PersistenceContext
    private EntityManager entityManager;

    public void enter(Account account) {
        entityManager.persist(account);
        entityManager.flush();
    }

    public void enterOrExplain(Account account) {
        try {
            enter(account);
        } catch (RuntimeException e) {
            throw new EmailTaken(e);
        }
    }
}
