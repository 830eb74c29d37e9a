/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import dev.onkey.hibernate.Upserted;
import dev.onkey.hibernate.UpsertedRow;
import dev.onkey.hibernate.upsert.Updating;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds get-or-create and upsert to a Spring Data JPA repository, by the entity's natural key.
 *
 * <pre>{@code
 * interface Accounts extends JpaRepository<Account, Long>, UpsertRepository<Account> {}
 *
 * Account account = accounts.getOrCreate(new Account("a@x.org"));
 * Upserted<Account> stored = accounts.upsert(new Account("a@x.org", "Ann"));
 * }</pre>
 *
 * <p>Nothing needs to be configured or implemented. The natural key is what {@link dev.onkey.hibernate.NaturalKey @NaturalKey}
 * or {@link org.hibernate.annotations.NaturalId @NaturalId} declares, else the identifier, if the application assigns it.
 *
 * <p>Each call joins the current transaction, or runs in one of its own, of the repository's transaction manager. One that writes in
 * its own is repeated after a deadlock and other errors that pass, as {@link UpsertTransactions} says; one that has joined another is not,
 * and its exception says so. Many candidates at once are written by what this inherits from {@link BulkUpsertRepository}.
 *
 * <p><b>Consequences.</b> The candidate is never managed and never changed: go on with what is returned. A row is written by a
 * statement of its own, not by a flush; what that means for callbacks, auditing, validation, caches and pending changes,
 * {@linkplain dev.onkey.hibernate.upsert the engine's package} says. A candidate with a non-empty collection is refused, as nothing
 * is cascaded. An auto-increment value is lost where the row turns out at the write to exist already. A row that holds the
 * candidate's value in <em>another</em> unique key is never touched: that is a {@link DuplicateEntityException}.
 *
 * <p>Thread safe, as every repository is.
 *
 * <p>Every method throws, before anything is written,
 *
 * <ul>
 *   <li>{@link org.springframework.dao.InvalidDataAccessApiUsageException} if a candidate is null, has a null in its natural key,
 *       has an identifier that is to be generated, or refers to what has no row; if a key or a choice of attributes is wrong; and
 *       if the method writes and the current transaction is read-only;
 *   <li>{@link org.springframework.orm.jpa.JpaSystemException} if the entity has no natural key, a mapping that is not supported, or
 *       no unique key in the database.
 * </ul>
 *
 * @param <T> the repository's entity
 * @since 0.1
 */
@Transactional
public interface UpsertRepository<T> extends BulkUpsertRepository<T> {

    /**
     * Returns the entity with the candidate's natural key, and inserts the candidate first if there is none.
     *
     * <pre>{@code
     * Account account = accounts.getOrCreate(new Account("a@x.org"));
     * }</pre>
     *
     * <p><b>Consequences.</b> A row that exists is never overwritten: of the candidate, only its natural key counts then. A hit
     * costs one query and no auto-increment value. All callers that race for a new row get the same one.
     *
     * @param candidate what to find, or else to insert; never managed, never changed
     * @return the entity as it is stored, managed while the transaction lasts
     * @param <S> the candidate's type
     * @throws DuplicateEntityException if the row cannot be inserted because another unique key is taken; nothing was written
     * @throws org.springframework.dao.DataIntegrityViolationException if the database refuses the row for another reason
     * @since 0.1
     */
    <S extends T> S getOrCreate(S candidate);

    /**
     * Returns the entity with a natural key; if there is none, inserts the candidate that the supplier makes.
     *
     * <pre>{@code
     * Account account = accounts.getOrCreate(Map.of("email", email), () -> new Account(email));
     * }</pre>
     *
     * <p><b>Consequences.</b> As for {@link #getOrCreate(Object)}, and the candidate is not even made where a row exists.
     *
     * @param naturalKey the value of each attribute of the natural key, by its path
     * @param candidate called within the transaction if no row is found, once in each attempt, and not at all otherwise
     * @return the entity as it is stored, managed while the transaction lasts
     * @throws DuplicateEntityException if the row cannot be inserted because another unique key is taken; nothing was written
     * @throws org.springframework.dao.InvalidDataAccessApiUsageException if these are not the attributes of the natural key, or
     *     the supplier makes a candidate with another one; with all that is wrong
     * @since 0.1
     */
    T getOrCreate(Map<String, ?> naturalKey, Supplier<? extends T> candidate);

    /**
     * Finds the entity with a natural key.
     *
     * <pre>{@code
     * Optional<Account> account = accounts.findByNaturalKey(Map.of("email", "a@x.org"));
     * }</pre>
     *
     * <p><b>Consequences.</b> A plain read: it sees what the transaction's snapshot shows. What the persistence context or the
     * cache of {@link org.hibernate.annotations.NaturalId} knows already costs no query.
     *
     * @param naturalKey the value of each attribute of the natural key, by its path
     * @return the entity, managed while the transaction lasts
     * @throws org.springframework.dao.InvalidDataAccessApiUsageException if these are not the attributes of the natural key, or
     *     one of them is null; with all that is wrong
     * @since 0.1
     */
    @Transactional(readOnly = true)
    Optional<T> findByNaturalKey(Map<String, ?> naturalKey);

    /**
     * Inserts the candidate unless a row has its natural key, and tells which: one statement, without a read first.
     *
     * <pre>{@code
     * if (events.insertIfAbsent(new WebhookEvent(key)).created()) {
     *     handle(event);
     * }
     * }</pre>
     *
     * <p><b>Consequences.</b> A row that exists is never overwritten, and it is not loaded, but where its identifier has several
     * columns and is not the natural key. An identifier that the application assigns, and that is not the natural key, is read from
     * the row, which is locked for that.
     *
     * @param candidate what to insert; never managed, never changed
     * @return the row's identifier, and whether this call inserted it
     * @throws DuplicateEntityException if the row cannot be inserted because another unique key is taken; nothing was written
     * @throws org.springframework.dao.DataIntegrityViolationException if the database refuses the row for another reason
     * @since 0.1
     */
    UpsertedRow insertIfAbsent(T candidate);

    /**
     * Inserts the candidate, or updates the row that has its natural key to the candidate's values.
     *
     * <pre>{@code
     * Upserted<Account> stored = accounts.upsert(new Account("a@x.org", "Ann"));
     * stored.outcome();   // CREATED, UPDATED or UNCHANGED
     * }</pre>
     *
     * <p><b>Consequences.</b> The identifier, the natural key and what is not updatable stay as they are; a null overwrites.
     * Where every column has the candidate's value already, nothing moves: no version, no timestamp.
     *
     * @param candidate the values to store; never managed, never changed
     * @return the entity as it is stored, managed while the transaction lasts, and what the call did to its row
     * @param <S> the candidate's type
     * @throws DuplicateEntityException if another unique key of the candidate is taken by another row; nothing was written
     * @throws org.springframework.dao.DataIntegrityViolationException if the database refuses the row for another reason
     * @since 0.1
     */
    <S extends T> Upserted<S> upsert(S candidate);

    /**
     * Inserts the candidate, or updates what is chosen in the row that has its natural key.
     *
     * <pre>{@code
     * accounts.upsert(ann, Updating.only("name").increment("logins"));
     * }</pre>
     *
     * <p><b>Consequences.</b> As for {@link #upsert(Object)}. A row that does not exist is inserted in full, whatever is chosen.
     *
     * @param candidate the values to store; never managed, never changed
     * @param updating what is written to a row that exists
     * @return the entity as it is stored, managed while the transaction lasts, and what the call did to its row
     * @param <S> the candidate's type
     * @throws DuplicateEntityException if another unique key of the candidate is taken by another row; nothing was written
     * @throws org.springframework.dao.InvalidDataAccessApiUsageException if the choice names unknown attributes, contradicts itself
     *     or cannot be carried out; with all that is wrong
     * @throws org.springframework.dao.DataIntegrityViolationException if the database refuses the row for another reason
     * @since 0.1
     */
    <S extends T> Upserted<S> upsert(S candidate, Updating<? super S> updating);
}
