/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.Outcome;
import dev.onkey.hibernate.Upserted;
import dev.onkey.hibernate.UpsertedRow;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TransactionRequiredException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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
 * <p><b>Consequences.</b> A row is written with a statement of its own, not by a flush. So
 *
 * <ul>
 *   <li>the instance that is passed is a candidate: it is never managed and never changed;
 *   <li>{@code @PrePersist} and {@code @PreUpdate}, of the entity and its listeners, are called on copies of the candidate, as they
 *       are where an instance is merged; attributes that are not persistent are not copied, and a document of a class of its own is
 *       shared. An upsert calls both, as nobody knows yet whether the row exists. What a callback sets that the candidate left null
 *       (or 0) is a stamp: set by {@code @PrePersist} alone it is written once, set by {@code @PreUpdate} it is written when another
 *       value of the row changes. So auditing works, and the same data twice is still {@link Outcome#UNCHANGED}. What a callback
 *       makes of a value that the candidate has, is the value;
 *   <li>{@code @PostPersist}, {@code @PostUpdate} and {@code @PostLoad} are called on the entity that is returned; methods that
 *       return no entity call none of them;
 *   <li>Bean Validation runs before any SQL, as it does for a flush. Other listeners of a flush (of Envers, of Hibernate Search)
 *       see nothing of the row;
 *   <li>nothing is cascaded: a candidate with a non-empty collection is refused;
 *   <li>timestamps of Hibernate ({@code @CreationTimestamp}, {@code @UpdateTimestamp}) and {@code @Version} are kept: created ones
 *       are written once, the others move when a value of the row changes. A candidate that has a version itself is refused if the
 *       stored row has another; a primitive version of 0 counts as none;
 *   <li>with {@code @DynamicInsert} a null is not written at all, neither to a new row nor to one that exists, unless
 *       {@link Updating#only} names it;
 *   <li>what is not insertable is not written to a row that exists either;
 *   <li>a row that holds the natural key but is deleted softly, another tenant's, or of another class of the hierarchy, is a
 *       duplicate, and stays as it is;
 *   <li>pending changes of the persistence context are flushed before the row is written, if they are to its table or to one that it
 *       refers to, or to what a refresh of the entity reads again. If the flush mode is manual none are, and those of an instance
 *       that is refreshed are lost;
 *   <li>the caches of Hibernate forget the entity's region and its queries if a row was written;
 *   <li>a statement that finds the row existing uses up one AUTO_INCREMENT value;
 *   <li>the server's version, the driver's options and the unique key are asked for once per session factory, and once per tenant
 *       where Hibernate connects each tenant itself. Databases that a data source chooses between have to be alike.
 * </ul>
 *
 * <p>Every method that writes needs a transaction. They throw
 *
 * <ul>
 *   <li>{@link TransactionRequiredException} without one;
 *   <li>{@link IllegalArgumentException} before any SQL if a candidate is not an entity, has a null in its natural key, has an
 *       identifier that is to be generated, or refers to what has no row; only a generator of identifiers may have used one up;
 *   <li>{@link jakarta.persistence.OptimisticLockException} if a candidate of {@code upsert} has another version than the stored
 *       row, or one of a row that is gone;
 *   <li>{@link org.hibernate.MappingException} before anything is written if the entity has no natural key, a mapping that is not
 *       supported, or no unique key in the database;
 *   <li>{@link dev.onkey.hibernate.DuplicateEntityException} if another unique key is in the way.
 * </ul>
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
     * Opens a stateless session for upserts; costs nothing. Entities that are returned are detached, as there is nothing to manage
     * them.
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
     * <p>An entity that the persistence context or a cache already knows by the key costs no query: one whose natural key is its
     * identifier, or is declared by {@link org.hibernate.annotations.NaturalId}. An identifier of text is known to the persistence
     * context only, as the server may call another text equal.
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
     * <p>An existing row is never overwritten. A hit costs one query and uses up no AUTO_INCREMENT value; see
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
     * Inserts the candidate's row unless there is one with its natural key: one statement, no read first.
     *
     * @return the id of the stored row, and whether it was {@link Outcome#CREATED} or is {@link Outcome#UNCHANGED}
     */
    public UpsertedRow insertIfAbsent(Object candidate) {
        return upsertion(candidate).insertIfAbsent(candidate);
    }

    /**
     * Inserts the candidate's row, or writes its values to the row with its natural key.
     *
     * <p>The id, the natural key and what is not updatable are left as they are. The same data twice changes nothing: the second
     * call is {@link Outcome#UNCHANGED}, and neither version nor timestamps move. A null overwrites, but
     * for {@code @DynamicInsert}.
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
     * <p>All candidates are checked before the first row is written, and all rows are written or none: where one cannot be, a
     * savepoint takes the others back, and the transaction goes on as it was before. Rows are written in the order of their natural
     * keys, so that two sessions do not wait for each other, and not in that of the input: a candidate cannot count on a value of
     * another unique key that an earlier one gives up. Rows that hold their candidate's values already are locked, and not written.
     *
     * @return for each candidate, in its order, the id of the stored row and what happened to it
     */
    public List<UpsertedRow> upsertAll(Collection<?> candidates) {
        return all(candidates, UpdateChoice.ALL, true);
    }

    /**
     * Upserts each candidate, as {@link #upsertAll(Collection)} does, and writes what is chosen to the rows that exist.
     *
     * @param updating what is written to a row that exists
     * @throws IllegalArgumentException also if the choice cannot be carried out, even where there is no candidate
     */
    public <E> List<UpsertedRow> upsertAll(
            Class<E> type, Collection<? extends E> candidates, Updating<? super E> updating) {
        requireTransaction();
        new BulkUpsertion<>(type, updating.choice(), true, session);
        return all(candidates, updating.choice(), true);
    }

    /**
     * Inserts the row of each candidate unless there is one with its natural key; see {@link #insertIfAbsent}. Of candidates with
     * the same natural key the first one wins.
     *
     * <p>All candidates are checked before the first row is written, and all rows are written or none, as by
     * {@link #upsertAll(Collection)}.
     *
     * @return for each candidate, in its order, the id of the stored row and whether it was {@link Outcome#CREATED} or is
     *     {@link Outcome#UNCHANGED}
     */
    public List<UpsertedRow> insertAllIfAbsent(Collection<?> candidates) {
        return all(candidates, UpdateChoice.NOTHING, false);
    }

    /** What {@link #getOrCreate} does, with its outcome. */
    <E> Upserted<E> getOrInsert(E candidate) {
        return upsertion(candidate).getOrCreate(candidate);
    }

    @SuppressWarnings("unchecked")
    private <E> Upsertion<E> upsertion(@Nullable E candidate) {
        requireCandidate(candidate);
        requireTransaction();
        return new Upsertion<>((Class<E>) candidate.getClass(), session);
    }

    private List<UpsertedRow> all(Collection<?> candidates, UpdateChoice choice, boolean update) {
        if (candidates.isEmpty()) {
            return List.of();
        }
        requireTransaction();
        Map<Class<?>, BulkUpsertion<Object>> upsertions = new LinkedHashMap<>();
        int position = 0;
        for (Object candidate : candidates) {
            requireCandidate(candidate);
            upsertions
                    .computeIfAbsent(candidate.getClass(), type -> bulk(type, choice, update))
                    .add(position++, candidate);
        }
        BulkResults results = new BulkResults(position);
        UpsertedRow[] rows = new UpsertedRow[position];
        upsertions.values().forEach(BulkUpsertion::flush);
        AllOrNothing.run(session, () -> upsertions.values().forEach(upsertion -> upsertion.write(results)));
        upsertions.values().forEach(upsertion -> upsertion.describe(results, (row, index) -> rows[index] = row));
        return List.of(rows);
    }

    @SuppressWarnings("unchecked")
    private BulkUpsertion<Object> bulk(Class<?> type, UpdateChoice choice, boolean update) {
        return new BulkUpsertion<>((Class<Object>) type, choice, update, session);
    }

    private static void requireCandidate(@Nullable Object candidate) {
        if (candidate == null) {
            throw new IllegalArgumentException("The candidate is null: pass an entity.");
        }
    }

    private void requireTransaction() {
        if (!session.isTransactionInProgress()) {
            throw new TransactionRequiredException(
                    "A row is written at once, so this needs a transaction: begin one, or annotate the caller @Transactional.");
        }
    }
}
