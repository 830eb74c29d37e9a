/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.shop;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A service with an entity manager of its own, and no repository: Spring translates nothing that it throws itself. */
@Service
@Transactional
public class Ledger {

    @PersistenceContext
    private EntityManager entityManager;

    public void enter(Voucher voucher) {
        entityManager.persist(voucher);
    }

    public void enterAndFlush(Voucher voucher) {
        entityManager.persist(voucher);
        entityManager.flush();
    }
}
