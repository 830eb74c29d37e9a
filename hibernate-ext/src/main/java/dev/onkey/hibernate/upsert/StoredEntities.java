/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import jakarta.persistence.LockModeType;
import java.util.List;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** Brings stored rows into the persistence context. */
final class StoredEntities {

    private final MappedEntity entity;
    private final String byNaturalKey;
    private final SessionImplementor session;

    StoredEntities(UpsertPlan plan, SessionImplementor session) {
        this.entity = plan.entity();
        this.byNaturalKey = plan.selectEntity();
        this.session = session;
    }

    /** Finds the entity that has the natural key of the candidate, as far as the transaction's snapshot shows it. */
    <E> @Nullable E find(E candidate, Class<E> type) {
        List<String> naturalKey = entity.naturalKey();
        SelectionQuery<E> query = session.createSelectionQuery(byNaturalKey, type);
        for (int i = 0; i < naturalKey.size(); i++) {
            query.setParameter("key" + i, entity.keyValue(candidate, naturalKey.get(i)));
        }
        return query.getSingleResultOrNull();
    }

    /**
     * Reads the entity as it is stored now.
     *
     * <p>The read takes a shared lock: in REPEATABLE READ a plain one sees the transaction's snapshot, in which a row that
     * another transaction has committed since does not exist, or is older than what was just written to it.
     */
    <E> E read(Object id, Class<E> type) {
        Object managed = session.getPersistenceContext().getEntity(entity.entityKey(id, session));
        if (managed != null) {
            session.refresh(managed, LockModeType.PESSIMISTIC_READ);
            return type.cast(managed);
        }
        E stored = session.find(type, id, LockModeType.PESSIMISTIC_READ);
        if (stored == null) {
            throw new IllegalStateException(entity.name() + " with id " + id
                    + " was written, but cannot be read: a filter," + " a where clause or a trigger hides it.");
        }
        return stored;
    }

    /** Brings the managed instance of a row up to date, if there is one. */
    void refresh(Object id) {
        Object managed = session.getPersistenceContext().getEntity(entity.entityKey(id, session));
        if (managed != null) {
            session.refresh(managed, LockModeType.PESSIMISTIC_READ);
        }
    }
}
