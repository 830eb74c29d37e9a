/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.batch;

import dev.onkey.hibernate.Outcome;
import dev.onkey.hibernate.UpsertedRow;
import dev.onkey.hibernate.upsert.Updating;
import dev.onkey.hibernate.upsert.Upserts;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.TransactionRequiredException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiFunction;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;
import org.springframework.orm.jpa.EntityManagerFactoryUtils;

/**
 * Writes the entities of a chunk by their natural key, in the transaction of the chunk.
 *
 * <pre>{@code
 * @Bean
 * ItemStreamWriter<Account> accountWriter(EntityManagerFactory factory) {
 *     return UpsertItemWriter.upsertAll(factory);
 * }
 * }</pre>
 *
 * <p>How many rows were created, updated and left unchanged is in the step's execution context, under {@link #countOf}:
 *
 * <pre>{@code
 * stepExecution.getExecutionContext().getLong(UpsertItemWriter.countOf(Outcome.CREATED))
 * }</pre>
 *
 * <p>Batch stores these counts with the chunk and hands them to a restart, so they are those of all attempts. What is rolled back does
 * not count, and an item that Batch writes several times in one transaction counts once. Several writers of a step add to the same
 * counts. As for any {@link org.springframework.batch.infrastructure.item.ItemStream}, the step has to know the writer: where it is
 * the delegate of one that does not pass this on, register it with the step's {@code stream(…)}.
 *
 * <p><b>Consequences.</b>
 *
 * <ul>
 *   <li>What is said at {@link Upserts} holds. No entity is loaded, so there is nothing to flush or to clear.
 *   <li>The step needs the transaction manager of the factory: {@link org.springframework.orm.jpa.JpaTransactionManager} or JTA.
 *   <li>Rows and Batch's own record of them are committed together if the job repository uses the same database and transaction
 *       manager. Otherwise Batch commits its record first, and what a crash in between has rolled back is not written again.
 *   <li>Batch 6.0 stores the reader's place behind a chunk that it still writes item by item, and a step that fails meanwhile leaves
 *       out the rest of it when it is started again. A reader that starts from the beginning, with {@code saveState(false)}, is safe
 *       from both: rows that are written again are {@link Outcome#UNCHANGED}.
 *   <li>Exceptions are those of Hibernate and of {@link Upserts}; a step that skips rows names them, as
 *       {@code skip(ConstraintViolationException.class)}, which a {@link dev.onkey.hibernate.DuplicateEntityException} is too. Batch
 *       then writes the chunk's items one by one, with the same result.
 * </ul>
 *
 * <p>Thread-safe: it keeps nothing of its own but with a transaction.
 *
 * @param <E> the entity
 * @since 0.1
 */
public final class UpsertItemWriter<E> implements ItemStreamWriter<E> {

    private final EntityManagerFactory factory;
    private final BiFunction<Upserts, List<? extends E>, List<UpsertedRow>> upserts;

    private UpsertItemWriter(
            EntityManagerFactory factory, BiFunction<Upserts, List<? extends E>, List<UpsertedRow>> upserts) {
        this.factory = Objects.requireNonNull(factory, "The entity manager factory is missing.");
        this.upserts = upserts;
    }

    /**
     * A writer that inserts each row, or writes its values to the row with its natural key: {@link Upserts#upsertAll}.
     *
     * @param factory of the entities
     * @throws NullPointerException if the factory is missing
     */
    public static <E> UpsertItemWriter<E> upsertAll(EntityManagerFactory factory) {
        return new UpsertItemWriter<>(factory, Upserts::upsertAll);
    }

    /**
     * A writer that inserts each row, or writes what is chosen to the row with its natural key.
     *
     * <pre>{@code
     * UpsertItemWriter.upsertAll(factory, Account.class, Updating.except("origin"))
     * }</pre>
     *
     * <p>A choice that cannot be carried out fails the first chunk, before any SQL.
     *
     * @param factory of the entities
     * @param updating what is written to a row that exists
     * @throws NullPointerException if one of these is missing
     */
    public static <E> UpsertItemWriter<E> upsertAll(
            EntityManagerFactory factory, Class<E> type, Updating<? super E> updating) {
        Objects.requireNonNull(type, "The entity's class is missing.");
        Objects.requireNonNull(updating, "What to update is missing.");
        return new UpsertItemWriter<>(factory, (upserts, items) -> upserts.upsertAll(type, items, updating));
    }

    /**
     * A writer that inserts each row unless there is one with its natural key: {@link Upserts#insertAllIfAbsent}.
     *
     * @param factory of the entities
     * @throws NullPointerException if the factory is missing
     */
    public static <E> UpsertItemWriter<E> insertAllIfAbsent(EntityManagerFactory factory) {
        return new UpsertItemWriter<>(factory, Upserts::insertAllIfAbsent);
    }

    /** The key of a count in the step's execution context: {@code onkey.created}, {@code onkey.updated}, {@code onkey.unchanged}. */
    public static String countOf(Outcome outcome) {
        return "onkey." + outcome.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Called by Batch.
     *
     * @throws TransactionRequiredException if the step has no transaction of the factory's
     */
    @Override
    public void write(Chunk<? extends E> chunk) {
        List<? extends E> items = chunk.getItems();
        List<UpsertedRow> rows = upserts.apply(Upserts.in(entityManager()), items);
        ChunkCounts counts = ChunkCounts.current(this);
        (counts == null ? ChunkCounts.begin(this) : counts).add(items, rows);
    }

    /** Called by Batch when the step begins. */
    @Override
    public void open(ExecutionContext context) {
        for (Outcome outcome : Outcome.values()) {
            ChunkCounts.increment(context, outcome, 0);
        }
    }

    /** Called by Batch before the commit of each chunk. */
    @Override
    public void update(ExecutionContext context) {
        ChunkCounts counts = ChunkCounts.current(this);
        if (counts != null) {
            counts.save(context);
        }
    }

    private EntityManager entityManager() {
        EntityManager entityManager = EntityManagerFactoryUtils.getTransactionalEntityManager(factory);
        if (entityManager == null || !entityManager.isJoinedToTransaction()) {
            throw new TransactionRequiredException(
                    "The step has no transaction of the entity manager factory: give it the factory's JpaTransactionManager.");
        }
        return entityManager;
    }
}
