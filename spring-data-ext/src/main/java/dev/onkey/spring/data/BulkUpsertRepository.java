/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import dev.onkey.hibernate.UpsertedRow;
import dev.onkey.hibernate.upsert.Imported;
import dev.onkey.hibernate.upsert.Importing;
import dev.onkey.hibernate.upsert.Updating;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The part of {@link UpsertRepository} that writes many candidates at once.
 *
 * <p>Each call joins the current transaction, or runs in one of its own, and writes all or nothing, but for
 * {@link #upsertInChunks}. What is said there of candidates and exceptions holds here too.
 *
 * @param <T> the repository's entity
 * @since 0.1
 */
@Transactional
public interface BulkUpsertRepository<T> {

    /**
     * Returns the entity with each candidate's natural key, and inserts those candidates first that have none.
     *
     * <pre>{@code
     * List<Country> countries = repository.getOrCreateAll(List.of(new Country("SJ"), new Country("NO")));
     * }</pre>
     *
     * <p><b>Consequences.</b> As for {@link UpsertRepository#getOrCreate(Object)}: a row that exists is never overwritten. All that
     * exist are read by one query for each thousand.
     *
     * @param candidates what to find, or else to insert; never managed, never changed
     * @return the entities as they are stored, managed while the transaction lasts, in the order of the candidates
     * @param <S> the candidates' type
     * @throws DuplicateEntityException if another unique key of a candidate is taken by another row; nothing was written
     * @throws org.springframework.dao.DataIntegrityViolationException if the database refuses a row for another reason
     * @since 0.1
     */
    <S extends T> List<S> getOrCreateAll(Collection<? extends S> candidates);

    /**
     * Upserts all candidates, in few statements.
     *
     * <pre>{@code
     * List<UpsertedRow> rows = accounts.upsertAll(List.of(ann, bob));
     * }</pre>
     *
     * <p><b>Consequences.</b> As for {@link UpsertRepository#upsert(Object)}. All candidates are checked before the first is
     * written, all are written or none, and of those with the same natural key the last one wins. Otherwise rows are written in the
     * order of their keys, not of the input. No entity is loaded, but those that are managed already are refreshed.
     *
     * @param candidates the values to store; never managed, never changed
     * @return one row for each candidate, in the order of the candidates
     * @throws DuplicateEntityException if another unique key of a candidate is taken by another row; nothing was written
     * @throws org.springframework.dao.DataIntegrityViolationException if the database refuses a row for another reason
     * @since 0.1
     */
    List<UpsertedRow> upsertAll(Collection<? extends T> candidates);

    /**
     * Upserts all candidates, and updates what is chosen in the rows that exist.
     *
     * <pre>{@code
     * accounts.upsertAll(batch, Updating.except("origin").add("logins"));
     * }</pre>
     *
     * <p><b>Consequences.</b> As for {@link #upsertAll(Collection)}. Rows that do not exist are inserted in full.
     *
     * @param candidates the values to store; never managed, never changed
     * @param updating what is written to a row that exists
     * @return one row for each candidate, in the order of the candidates
     * @throws DuplicateEntityException if another unique key of a candidate is taken by another row; nothing was written
     * @throws org.springframework.dao.InvalidDataAccessApiUsageException if the choice cannot be carried out, even where there is
     *     no candidate; with all that is wrong
     * @throws org.springframework.dao.DataIntegrityViolationException if the database refuses a row for another reason
     * @since 0.1
     */
    List<UpsertedRow> upsertAll(Collection<? extends T> candidates, Updating<? super T> updating);

    /**
     * Inserts each candidate unless a row has its natural key, and tells which, in few statements.
     *
     * <pre>{@code
     * accounts.insertAllIfAbsent(batch).stream().filter(UpsertedRow::created)
     * }</pre>
     *
     * <p><b>Consequences.</b> As for {@link UpsertRepository#insertIfAbsent}. All are written or none; of those with the same
     * natural key the first one wins.
     *
     * @param candidates what to insert; never managed, never changed
     * @return one row for each candidate, in the order of the candidates
     * @throws DuplicateEntityException if another unique key of a candidate is taken by another row; nothing was written
     * @throws org.springframework.dao.DataIntegrityViolationException if the database refuses a row for another reason
     * @since 0.1
     */
    List<UpsertedRow> insertAllIfAbsent(Collection<? extends T> candidates);

    /**
     * Upserts a stream of any length, in chunks and in one transaction.
     *
     * <pre>{@code
     * try (Stream<String> lines = Files.lines(file)) {
     *     Imported imported = accounts.upsertAll(lines.map(Account::of), Importing.of(Account.class));
     * }
     * }</pre>
     *
     * <p><b>Consequences.</b> As for {@link UpsertRepository#upsert(Object)}. The stream is read as it is written, and not closed.
     * Candidates are checked a chunk at a time, and all are written or none, but for those that
     * {@link Importing#onRefused} leaves out. Of candidates with the same natural key the last one wins.
     *
     * @param candidates the values to store; never managed, never changed
     * @param importing what to update, whom to tell, what becomes of bad rows
     * @return how many rows were created, updated and left unchanged
     * @throws DuplicateEntityException if another unique key of a candidate is taken by another row; nothing was written
     * @throws org.springframework.dao.InvalidDataAccessApiUsageException if the choice cannot be carried out, or the stream ends
     *     before the position to start at
     * @throws org.springframework.dao.DataIntegrityViolationException if the database refuses a row for another reason
     * @since 0.1
     */
    Imported upsertAll(Stream<? extends T> candidates, Importing<T> importing);

    /**
     * Upserts a stream of any length, with a transaction for each chunk: what is in stays in when a later row cannot be written.
     *
     * <pre>{@code
     * Imported imported = accounts.upsertInChunks(rows, Importing.of(Account.class).startingAt(saved));
     * }</pre>
     *
     * <p><b>Consequences.</b> As for {@link #upsertAll(Stream, Importing)}. The transactions are those of a stateless session of its
     * own, not of the transaction manager: synchronizations and listeners of Spring's transactions hear nothing of them.
     *
     * @param candidates the values to store; never managed, never changed
     * @param importing what to update, whom to tell, what becomes of bad rows, where to start
     * @return how many rows were created, updated and left unchanged
     * @throws dev.onkey.hibernate.upsert.ImportStoppedException if a row cannot be written; it has the position to go on from, and
     *     Hibernate's exception as its cause
     * @throws org.springframework.transaction.IllegalTransactionStateException if a transaction is active
     * @since 0.1
     */
    @Transactional(propagation = Propagation.NEVER)
    Imported upsertInChunks(Stream<? extends T> candidates, Importing<T> importing);
}
