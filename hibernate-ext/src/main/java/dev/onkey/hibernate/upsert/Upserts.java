/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.Outcome;
import dev.onkey.hibernate.Upserted;
import dev.onkey.hibernate.UpsertedRow;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TransactionRequiredException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.hibernate.FlushMode;
import org.hibernate.action.internal.BulkOperationCleanupAction;
import org.hibernate.boot.spi.SessionFactoryOptions;
import org.hibernate.engine.spi.SessionImplementor;
import org.jspecify.annotations.Nullable;

/**
 * Gets, creates and upserts entities by their natural key, in the persistence context and the transaction of an
 * {@link EntityManager}.
 *
 * <pre>{@code
 * Upserts upserts = Upserts.in(entityManager);
 * Account account = upserts.getOrCreate(new Account(tenant, "a@x.org"));
 * }</pre>
 *
 * <p>A row is recognised by its {@linkplain dev.onkey.hibernate.NaturalKey natural key} and by nothing else. Where another unique
 * key is in the way, a {@link dev.onkey.hibernate.DuplicateEntityException} names that key, and nothing was written.
 *
 * <p><b>Consequences.</b> A row is written with a statement of its own, not by a flush. So
 *
 * <ul>
 *   <li>the instance that is passed is a candidate: it is never managed and never changed;
 *   <li>callbacks and listeners of the entity ({@code @PrePersist}, {@code @PreUpdate} …) are not called, Bean Validation does not
 *       run, and nothing is cascaded: a candidate with a non-empty collection is refused;
 *   <li>timestamps of Hibernate ({@code @CreationTimestamp}, {@code @UpdateTimestamp}) and {@code @Version} are kept: created ones
 *       are written once, the others move when a value of the row changes;
 *   <li>pending changes of the persistence context are flushed before the row is written, unless its flush mode is manual;
 *   <li>a statement that finds the row existing uses up one AUTO_INCREMENT value.
 * </ul>
 *
 * <p>Every method needs a transaction, and throws
 *
 * <ul>
 *   <li>{@link TransactionRequiredException} without one;
 *   <li>{@link IllegalArgumentException} before any SQL if a candidate is not an entity, has a null in its natural key, has an
 *       identifier that the database is to generate, or refers to what has no row;
 *   <li>{@link org.hibernate.MappingException} before any SQL if the entity has no natural key or a mapping that is not supported;
 *   <li>{@link dev.onkey.hibernate.DuplicateEntityException} if another unique key is in the way.
 * </ul>
 *
 * <p>An instance is as little thread-safe as its entity manager.
 *
 * @since 0.1
 */
public final class Upserts {

    private final SessionImplementor session;

    private Upserts(SessionImplementor session) {
        this.session = session;
    }

    /**
     * Opens an entity manager's persistence context for upserts; costs nothing.
     *
     * @param entityManager one of Hibernate's, also behind a proxy
     */
    public static Upserts in(EntityManager entityManager) {
        return new Upserts(entityManager.unwrap(SessionImplementor.class));
    }

    /**
     * Returns the entity that has the candidate's natural key; inserts the candidate's row first if there is none.
     *
     * <p>An existing row is never overwritten. A hit costs one query and uses up no AUTO_INCREMENT value. A race with other
     * callers has one winner, whose row all of them get, also where it is younger than the transaction's snapshot.
     *
     * @return the managed entity, as it is stored
     */
    public <E> E getOrCreate(E candidate) {
        return getOrInsert(candidate).entity();
    }

    /**
     * Inserts the candidate's row unless there is one with its natural key: one statement, no read first.
     *
     * @return the id of the stored row, and whether it was {@link Outcome#CREATED} or is {@link Outcome#UNCHANGED}
     */
    public UpsertedRow insertIfAbsent(Object candidate) {
        UpsertPlan plan = plan(candidate);
        @Nullable Object[] row = Candidate.row(candidate, plan.entity(), session);
        beforeWrite(plan);
        return new RowWriter(plan, session).insertIfAbsent(row);
    }

    /**
     * Inserts the candidate's row, or writes its values to the row with its natural key.
     *
     * <p>The id, the natural key and what is not updatable are left as they are. The same data twice changes nothing: the second
     * call is {@link Outcome#UNCHANGED}, and neither version nor timestamps move. A null overwrites.
     *
     * @return the managed entity, as it is stored, and what happened to its row
     */
    public <E> Upserted<E> upsert(E candidate) {
        UpsertPlan plan = plan(candidate);
        @Nullable Object[] row = Candidate.row(candidate, plan.entity(), session);
        beforeWrite(plan);
        UpsertedRow written = new RowWriter(plan, session).upsert(row);
        return new Upserted<>(new StoredEntities(plan, session).read(written, type(candidate)), written.outcome());
    }

    /**
     * Upserts each candidate in its order; see {@link #upsert}. Of candidates with the same natural key the last one wins.
     *
     * <p>All candidates are checked before the first row is written.
     *
     * @return for each candidate, in its order, the id of the stored row and what happened to it
     */
    public List<UpsertedRow> upsertAll(Collection<?> candidates) {
        List<Proposal> proposals = new ArrayList<>(candidates.size());
        for (Object candidate : candidates) {
            UpsertPlan plan = plan(candidate);
            proposals.add(new Proposal(plan, Candidate.row(candidate, plan.entity(), session)));
        }
        proposals.stream().map(Proposal::plan).distinct().forEach(this::beforeWrite);
        List<UpsertedRow> written = new ArrayList<>(proposals.size());
        for (Proposal proposal : proposals) {
            UpsertedRow row = new RowWriter(proposal.plan(), session).upsert(proposal.row());
            if (!row.created()) {
                new StoredEntities(proposal.plan(), session).refreshed(row, Object.class);
            }
            written.add(row);
        }
        return List.copyOf(written);
    }

    /** What {@link #getOrCreate} does, with its outcome. */
    <E> Upserted<E> getOrInsert(E candidate) {
        UpsertPlan plan = plan(candidate);
        @Nullable Object[] row = Candidate.row(candidate, plan.entity(), session);
        StoredEntities stored = new StoredEntities(plan, session);
        E found = stored.find(candidate, type(candidate));
        if (found != null) {
            return new Upserted<>(found, Outcome.UNCHANGED);
        }
        beforeWrite(plan);
        UpsertedRow written = new RowWriter(plan, session).insertIfAbsent(row);
        return new Upserted<>(stored.read(written, type(candidate)), written.outcome());
    }

    private UpsertPlan plan(@Nullable Object candidate) {
        if (candidate == null) {
            throw new IllegalArgumentException("The candidate is null: pass an entity.");
        }
        if (!session.isTransactionInProgress()) {
            throw new TransactionRequiredException(
                    "A row is written at once, so this needs a transaction: begin one, or annotate the caller @Transactional.");
        }
        return UpsertPlans.of(type(candidate), session);
    }

    private void beforeWrite(UpsertPlan plan) {
        if (session.getHibernateFlushMode() != FlushMode.MANUAL) {
            session.flush();
        }
        SessionFactoryOptions options = session.getFactory().getSessionFactoryOptions();
        if (options.isSecondLevelCacheEnabled() || options.isQueryCacheEnabled()) {
            BulkOperationCleanupAction.schedule(session, plan.entity().persister());
        }
    }

    @SuppressWarnings("unchecked")
    private static <E> Class<E> type(E candidate) {
        return (Class<E>) candidate.getClass();
    }

    private record Proposal(UpsertPlan plan, @Nullable Object[] row) {}
}
