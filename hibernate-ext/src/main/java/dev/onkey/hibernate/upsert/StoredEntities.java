/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.Outcome;
import dev.onkey.hibernate.UpsertedRow;
import jakarta.persistence.LockModeType;
import java.util.List;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** Brings stored rows into the persistence context. */
final class StoredEntities {

    private final MappedEntity entity;
    private final String byNaturalKey;
    private final boolean locksLikeTheServer;
    private final String selectLocked;
    private final SessionImplementor session;

    StoredEntities(UpsertPlan plan, SessionImplementor session) {
        this.entity = plan.entity();
        this.byNaturalKey = plan.selectEntity();
        this.locksLikeTheServer = plan.locksLikeTheServer();
        this.selectLocked = plan.selectLocked();
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

    /** Reads the entity as it is stored now. */
    <E> E read(UpsertedRow row, Class<E> type) {
        E managed = refreshed(row, type);
        if (managed != null) {
            return managed;
        }
        E stored = isBeyondTheSnapshot(row) ? lock(row.id(), type) : session.find(type, row.id());
        if (stored == null) {
            throw new IllegalStateException(entity.name() + " with id " + row.id()
                    + " was written, but cannot be read: a" + " restriction of the mapping or a trigger hides it.");
        }
        return stored;
    }

    /** Brings the managed instance of a row up to date, if there is one. */
    <E> @Nullable E refreshed(UpsertedRow row, Class<E> type) {
        Object managed =
                session.getPersistenceContext().getEntity(session.generateEntityKey(row.id(), entity.persister()));
        if (managed == null) {
            return null;
        }
        if (isBeyondTheSnapshot(row) && locksLikeTheServer) {
            session.refresh(managed, LockModeType.PESSIMISTIC_READ);
        } else {
            session.refresh(managed);
        }
        return type.cast(managed);
    }

    /**
     * Whether a plain read may miss what the statement found: in REPEATABLE READ it sees the transaction's snapshot, in which a
     * row that another transaction has committed since does not exist, or is older. What this transaction itself has written
     * is always seen.
     */
    private static boolean isBeyondTheSnapshot(UpsertedRow row) {
        return row.outcome() == Outcome.UNCHANGED;
    }

    private <E> @Nullable E lock(Object id, Class<E> type) {
        return locksLikeTheServer
                ? session.find(type, id, LockModeType.PESSIMISTIC_READ)
                : session.createNativeQuery(selectLocked, type)
                        .addEntity("e", type)
                        .setParameter("id", id)
                        .getSingleResultOrNull();
    }
}
