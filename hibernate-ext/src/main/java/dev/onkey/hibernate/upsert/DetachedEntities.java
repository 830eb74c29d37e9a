/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import java.util.Map;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/** Entities of a stateless session: nothing is pending there, and nothing is kept. */
final class DetachedEntities extends StoredEntities {

    private final StatelessSession session;

    DetachedEntities(UpsertPlan plan, StatelessSession session) {
        super(plan, (SharedSessionContractImplementor) session);
        this.session = session;
    }

    @Override
    <E> @Nullable E find(Class<E> type, Map<String, ?> key) {
        return query(type, key, false);
    }

    @Override
    void flush() {
        // nothing is pending
    }

    @Override
    <E> @Nullable E read(Object id, boolean beyondSnapshot, Class<E> type) {
        if (!beyondSnapshot) {
            return session.get(type, id);
        }
        return plan.server().locksLikeHibernate()
                ? session.get(type, id, LockMode.PESSIMISTIC_READ)
                : lockNatively(id, type);
    }

    @Override
    <E> @Nullable E read(Map<String, ?> key, boolean beyondSnapshot, Class<E> type) {
        return query(type, key, beyondSnapshot);
    }

    @Override
    boolean refresh(Object id, boolean beyondSnapshot) {
        return false;
    }

    @Override
    boolean areHeld() {
        return false;
    }
}
