/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.Outcome;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.util.Map;
import org.hibernate.HibernateException;
import org.hibernate.JDBCException;
import org.hibernate.StatelessSession;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.exception.SQLGrammarException;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** Reads stored rows as entities, in the way of one kind of session. */
abstract class StoredEntities {

    final UpsertPlan plan;
    private final SharedSessionContractImplementor session;

    StoredEntities(UpsertPlan plan, SharedSessionContractImplementor session) {
        this.plan = plan;
        this.session = session;
    }

    static StoredEntities of(UpsertPlan plan, SharedSessionContractImplementor session) {
        return session instanceof SessionImplementor managing
                ? new ManagedEntities(plan, managing)
                : new DetachedEntities(plan, (StatelessSession) session);
    }

    /** Finds the entity that has the natural key, as far as the transaction's snapshot shows it. */
    abstract <E> @Nullable E find(Class<E> type, Map<String, ?> key);

    /** Brings the pending changes of the session that matter to the row before it is written. */
    abstract void flush();

    /** Reads the entity by its id, as it is stored now. */
    abstract <E> @Nullable E read(Object id, boolean beyondSnapshot, Class<E> type);

    /** Reads the entity by its natural key, as it is stored now. */
    abstract <E> @Nullable E read(Map<String, ?> key, boolean beyondSnapshot, Class<E> type);

    /** Brings what the session already holds of a row up to date; returns whether it holds anything. */
    abstract boolean refresh(Object id, boolean beyondSnapshot);

    /** Whether the session holds any entity that may be stored in one of the rows. */
    abstract boolean areHeld();

    /** Reads the entity of a row that has just been written or found. */
    final <E> E read(WrittenRow row, Map<String, ?> key, Class<E> type) {
        boolean beyond = isBeyondSnapshot(row.outcome());
        E stored = row.id() == null ? read(key, beyond, type) : read(row.id(), beyond, type);
        if (stored == null) {
            throw new IllegalStateException("The row of " + plan.entity().simpleName() + " with this " + key.keySet()
                    + " was written or found, and its entity cannot be read: a restriction of the mapping or a trigger"
                    + " hides it. Roll back, and let the mapping show it or call a method that returns no entity.");
        }
        return stored;
    }

    /** The id of a row, which may have to be read from its entity. */
    final Object id(WrittenRow row, Map<String, ?> key, Class<?> type) {
        return row.id() != null ? row.id() : plan.entity().persister().getIdentifier(read(row, key, type), session);
    }

    /** Finds the entity by a query. */
    final <E> @Nullable E query(Class<E> type, Map<String, ?> key, boolean lock) {
        StringBuilder text =
                new StringBuilder("select e from ").append(plan.entity().name()).append(" e");
        String separator = " where e.";
        int position = 0;
        for (String path : key.keySet()) {
            text.append(separator).append(path).append(" = :key").append(position++);
            separator = " and e.";
        }
        SelectionQuery<E> query = session.createSelectionQuery(text.toString(), type);
        position = 0;
        for (Object value : key.values()) {
            query.setParameter("key" + position++, value);
        }
        if (lock && plan.server().locksLikeHibernate()) {
            query.setLockMode(LockModeType.PESSIMISTIC_READ);
        }
        return query.getSingleResultOrNull();
    }

    /**
     * Whether a plain read may miss what a statement found: in REPEATABLE READ it sees the transaction's snapshot, in which a row
     * that another transaction has committed since does not exist, or is older. What this transaction itself has written is always
     * seen.
     */
    static boolean isBeyondSnapshot(Outcome outcome) {
        return outcome == Outcome.UNCHANGED;
    }

    /**
     * Reads the row by its id with a lock that the server understands where Hibernate's is not understood.
     *
     * @throws HibernateException if Hibernate's native queries cannot read the entity by its identifier
     */
    final <E> E lockNatively(Object id, Class<E> type) {
        RuntimeException cause = null;
        try {
            E stored = session.createNativeQuery(plan.selectLocked(), type)
                    .addEntity("e", type)
                    .setParameter("id", id)
                    .getSingleResultOrNull();
            if (stored != null) {
                return stored;
            }
        } catch (RuntimeException e) {
            if (isTheServers(e)) {
                throw e;
            }
            cause = e;
        }
        throw new HibernateException(
                "A row of " + plan.entity().simpleName() + " exists, and can only be read by a locking read, which"
                        + " Hibernate's dialect does not write as this server understands it. Set hibernate.dialect to the"
                        + " server's own: MySQLLegacyDialect of hibernate-community-dialects for MySQL 5.7.",
                cause);
    }

    /** Whether it is an error of the row or its lock, and not of the query. */
    private static boolean isTheServers(RuntimeException thrown) {
        return thrown instanceof JDBCException
                ? !(thrown instanceof SQLGrammarException)
                : thrown instanceof PersistenceException && !(thrown instanceof HibernateException);
    }
}
