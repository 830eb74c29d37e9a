/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.Outcome;
import dev.onkey.hibernate.Upserted;
import dev.onkey.hibernate.UpsertedRow;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TransactionRequiredException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
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
 * <p><b>Consequences.</b> A row is written with a statement of its own, not by a flush, and the instance that is passed is a
 * candidate: it is never managed and never changed. What that means for callbacks, validation, caches and pending changes, and what
 * is thrown when, holds for all methods alike: {@linkplain dev.onkey.hibernate.upsert the package} says it.
 *
 * <p>An instance is as little thread-safe as its entity manager.
 *
 * @since 0.1
 */
public final class Upserts {

    private final SharedSessionContractImplementor session;

    private Upserts(SharedSessionContractImplementor session) {
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
     * Opens a stateless session for upserts; costs nothing. As it manages nothing, entities that are returned are detached.
     *
     * @param session one of Hibernate's
     */
    public static Upserts in(StatelessSession session) {
        return new Upserts((SharedSessionContractImplementor) session);
    }

    /**
     * Finds the entity that has a natural key, as far as the transaction's snapshot shows it.
     *
     * <pre>{@code
     * upserts.findByNaturalKey(Account.class, Map.of("tenant", tenant, "email", "a@x.org"))
     * }</pre>
     *
     * <p><b>Consequences.</b> An entity that the persistence context or a cache already knows by the key costs no query: one whose
     * natural key is its identifier, or is declared by {@link org.hibernate.annotations.NaturalId}. An identifier of text is known
     * to the persistence context only, as the server may call another text equal.
     *
     * @param naturalKey the value of each attribute of the natural key; an embedded attribute may be given as a whole
     * @throws IllegalArgumentException before any SQL if these are not the attributes of the natural key, or one of them is null;
     *     with all that is wrong
     */
    public <E> Optional<E> findByNaturalKey(Class<E> type, Map<String, ?> naturalKey) {
        return Optional.ofNullable(new Upsertion<>(type, session).find(naturalKey));
    }

    /**
     * Returns the entity that has the candidate's natural key; inserts the candidate's row first if there is none.
     *
     * <p><b>Consequences.</b> An existing row is never overwritten. A hit costs one query and uses up no AUTO_INCREMENT value; see
     * {@link #findByNaturalKey} for when it costs none. A race with other callers has one winner, whose row all of them get, also
     * where it is younger than the transaction's snapshot.
     *
     * @return the managed entity, as it is stored
     */
    public <E> E getOrCreate(E candidate) {
        return getOrInsert(candidate).entity();
    }

    /**
     * Returns the entity that has a natural key; if there is none, inserts the row of the candidate that the supplier makes.
     *
     * <pre>{@code
     * upserts.getOrCreate(Account.class, Map.of("tenant", tenant, "email", email), () -> new Account(tenant, email))
     * }</pre>
     *
     * @param naturalKey as for {@link #findByNaturalKey}
     * @param candidate called once if no row is found, and not at all otherwise; what it makes has to have the same natural key
     * @return the managed entity, as it is stored: another one's, if a race was lost after the candidate was made
     * @throws IllegalArgumentException also if the candidate has another natural key
     */
    public <E> E getOrCreate(Class<E> type, Map<String, ?> naturalKey, Supplier<? extends E> candidate) {
        requireTransaction();
        return new Upsertion<>(type, session).getOrCreate(naturalKey, candidate).entity();
    }

    /**
     * Returns the entity of each candidate's natural key; inserts the rows of those that have none, all of them or nothing.
     *
     * <p><b>Consequences.</b> All hits are found by one query for each thousand. Of candidates with the same natural key the first
     * one's row is inserted.
     *
     * @return for each candidate, in its order, the managed entity, as it is stored
     */
    public <E> List<E> getOrCreateAll(Collection<? extends E> candidates) {
        requireTransaction();
        return new GetOrCreateCall<E>(session).addAll(candidates).entities();
    }

    /**
     * Inserts the candidate's row unless there is one with its natural key: one statement, and no read but that of an assigned id.
     *
     * @return the id of the stored row, and whether it was {@link Outcome#CREATED} or is {@link Outcome#UNCHANGED}
     */
    public UpsertedRow insertIfAbsent(Object candidate) {
        return upsertion(candidate).insertIfAbsent(candidate);
    }

    /**
     * Inserts the candidate's row, or writes its values to the row with its natural key.
     *
     * <p><b>Consequences.</b> The id, the natural key and what is not updatable are left as they are. The same data twice changes
     * nothing: the second call is {@link Outcome#UNCHANGED}, and neither version nor timestamps move. A null overwrites, but for
     * {@code @DynamicInsert}.
     *
     * @return the managed entity, as it is stored, and what happened to its row
     */
    public <E> Upserted<E> upsert(E candidate) {
        return upsertion(candidate).upsert(candidate, UpdateChoice.ALL);
    }

    /**
     * Inserts the candidate's row, or writes what is chosen to the row with its natural key.
     *
     * @param updating what is written to a row that exists
     * @return the managed entity, as it is stored, and what happened to its row
     * @throws IllegalArgumentException also if the choice cannot be carried out
     */
    public <E> Upserted<E> upsert(E candidate, Updating<? super E> updating) {
        return upsertion(candidate).upsert(candidate, updating.choice());
    }

    /**
     * Upserts all candidates, in few statements; see {@link #upsert}. Of candidates with the same natural key the last one wins.
     *
     * <pre>{@code
     * List<UpsertedRow> rows = upserts.upsertAll(accounts);
     * }</pre>
     *
     * <p><b>Consequences.</b> All candidates are checked before the first row is written, and all rows are written or none: where
     * one cannot be, a savepoint takes the others back, and the transaction goes on as it was before. Rows are written in the
     * order of their natural keys, so that two sessions do not wait for each other, and not in that of the input: a candidate
     * cannot count on a value of another unique key that an earlier one gives up. Rows that hold their candidate's values already
     * are locked, and not written.
     *
     * @return for each candidate, in its order, the id of the stored row and what happened to it
     */
    public List<UpsertedRow> upsertAll(Collection<?> candidates) {
        return bulk(UpdateChoice.ALL, true).addAll(candidates).writeAllOrNone();
    }

    /**
     * Upserts each candidate, as {@link #upsertAll(Collection)} does, and writes what is chosen to the rows that exist.
     *
     * @param updating what is written to a row that exists
     * @throws IllegalArgumentException also if the choice cannot be carried out, even where there is no candidate
     */
    public <E> List<UpsertedRow> upsertAll(
            Class<E> type, Collection<? extends E> candidates, Updating<? super E> updating) {
        return bulk(updating.choice(), true).check(type).addAll(candidates).writeAllOrNone();
    }

    /**
     * Inserts the row of each candidate unless there is one with its natural key; see {@link #insertIfAbsent}. Of candidates with
     * the same natural key the first one wins.
     *
     * <p><b>Consequences.</b> All candidates are checked before the first row is written, and all rows are written or none, as by
     * {@link #upsertAll(Collection)}.
     *
     * @return for each candidate, in its order, the id of the stored row and whether this call has inserted it
     */
    public List<UpsertedRow> insertAllIfAbsent(Collection<?> candidates) {
        return bulk(UpdateChoice.NOTHING, false).addAll(candidates).writeAllOrNone();
    }

    /**
     * Upserts an input of any length, all of it or nothing.
     *
     * <pre>{@code
     * try (Stream<String> lines = Files.lines(file)) {
     *     upserts.upsertAll(lines.map(Account::of), Importing.of(Account.class));
     * }
     * }</pre>
     *
     * @return what has become of the rows; {@link ChunkedUpserts} keeps those that are in when a later one cannot be written
     * @throws IllegalArgumentException also if the input ends before the position to start at
     */
    public <E> Imported upsertAll(Stream<? extends E> candidates, Importing<E> importing) {
        requireTransaction();
        return new ImportRun<E>(importing, candidates.sequential().spliterator()).inTransactionOf(session);
    }

    /** Upserts all that an iterator reads, as {@link #upsertAll(Stream, Importing)} does. */
    public <E> Imported upsertAll(Iterable<? extends E> candidates, Importing<E> importing) {
        requireTransaction();
        return new ImportRun<E>(importing, candidates.spliterator()).inTransactionOf(session);
    }

    /** What {@link #getOrCreate} does, with its outcome. */
    <E> Upserted<E> getOrInsert(E candidate) {
        return upsertion(candidate).getOrCreate(candidate);
    }

    @SuppressWarnings("unchecked")
    private <E> Upsertion<E> upsertion(@Nullable E candidate) {
        BulkCall.requireCandidate(candidate);
        requireTransaction();
        return new Upsertion<>((Class<E>) candidate.getClass(), session);
    }

    private BulkCall bulk(UpdateChoice choice, boolean update) {
        requireTransaction();
        return new BulkCall(choice, update, Input.WHOLE, session);
    }

    private void requireTransaction() {
        if (!session.isTransactionInProgress()) {
            throw new TransactionRequiredException(
                    "A row is written at once, so this needs a transaction: begin one, or annotate the caller @Transactional.");
        }
    }
}
