/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.row.MappedEntity;
import jakarta.persistence.CacheRetrieveMode;
import jakarta.persistence.CacheStoreMode;
import jakarta.persistence.LockModeType;
import java.util.Map;
import org.hibernate.FlushMode;
import org.hibernate.LockMode;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.jpa.SpecHints;
import org.jspecify.annotations.Nullable;

/** Entities in a persistence context. */
final class ManagedEntities extends StoredEntities {

    /** What the second-level cache has may be older than what was just written, which nobody else may see yet. */
    private static final Map<String, Object> PAST_THE_CACHE = Map.of(
            SpecHints.HINT_SPEC_CACHE_RETRIEVE_MODE, CacheRetrieveMode.BYPASS,
            SpecHints.HINT_SPEC_CACHE_STORE_MODE, CacheStoreMode.BYPASS);

    private final MappedEntity entity;
    private final SessionImplementor session;

    ManagedEntities(UpsertPlan plan, SessionImplementor session) {
        super(plan, session);
        this.entity = plan.entity();
        this.session = session;
    }

    @Override
    <E> @Nullable E find(Class<E> type, Map<String, ?> key) {
        if (entity.search().isById(key.keySet())) {
            Object id = key.values().iterator().next();
            // where the server calls several texts equal, Hibernate would believe the one that is asked for to be
            // stored
            if (!entity.shape().keyIsTextId() || managed(id) != null) {
                return session.find(type, id);
            }
        }
        return entity.search().isByNaturalId(key.keySet()) ? byNaturalId(type, key) : query(type, key, false);
    }

    @Override
    void flush() {
        FlushMode mode = session.getHibernateFlushMode();
        if (mode == FlushMode.COMMIT) {
            session.flush();
        } else if (mode != FlushMode.MANUAL) {
            session.autoFlushIfRequired(plan.spaces());
        }
    }

    @Override
    <E> @Nullable E read(Object id, boolean beyondSnapshot, Class<E> type) {
        Object managed = managed(id);
        if (managed != null) {
            refreshManaged(managed, beyondSnapshot);
            return type.cast(managed);
        }
        if (beyondSnapshot) {
            return plan.server().locksLikeHibernate()
                    ? session.find(type, id, LockModeType.PESSIMISTIC_READ)
                    : lockNatively(id, type);
        }
        return session.find(type, id, PAST_THE_CACHE);
    }

    @Override
    <E> @Nullable E read(Map<String, ?> key, boolean beyondSnapshot, Class<E> type) {
        E found = query(type, key, beyondSnapshot);
        if (found != null) {
            // a query leaves an instance that is managed already as it is
            refreshManaged(found, beyondSnapshot);
        }
        return found;
    }

    @Override
    boolean refresh(Object id, boolean beyondSnapshot) {
        Object managed = managed(id);
        if (managed == null) {
            return false;
        }
        refreshManaged(managed, beyondSnapshot);
        return true;
    }

    @Override
    boolean areHeld() {
        String root = entity.persister().getRootEntityName();
        return session.getPersistenceContext().getEntitiesByKey().keySet().stream()
                .anyMatch(key -> key.getPersister().getRootEntityName().equals(root));
    }

    private @Nullable Object managed(Object id) {
        return session.getPersistenceContext().getEntity(session.generateEntityKey(id, entity.persister()));
    }

    private void refreshManaged(Object managed, boolean beyondSnapshot) {
        if (!beyondSnapshot || !plan.server().locksLikeHibernate()) {
            session.refresh(managed);
            return;
        }
        LockMode held = entry(managed).getLockMode();
        // where Hibernate knows the row to be locked it reads without a lock, and sees the snapshot
        entry(managed).setLockMode(LockMode.NONE);
        session.refresh(managed, LockModeType.PESSIMISTIC_READ);
        if (held.greaterThan(LockMode.PESSIMISTIC_READ)) {
            entry(managed).setLockMode(held);
        }
    }

    private EntityEntry entry(Object managed) {
        return session.getPersistenceContext().getEntry(managed);
    }

    @SuppressWarnings("deprecation") // its successor is not in Hibernate 6.6
    private <E> @Nullable E byNaturalId(Class<E> type, Map<String, ?> key) {
        var access = session.byNaturalId(type);
        key.forEach(access::using);
        return access.load();
    }
}
