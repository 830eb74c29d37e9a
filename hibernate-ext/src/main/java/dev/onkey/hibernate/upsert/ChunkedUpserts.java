/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import jakarta.persistence.EntityManagerFactory;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;

/**
 * Upserts long inputs with a transaction for each chunk, so that what is in stays in, and locks are held for a chunk only.
 *
 * <pre>{@code
 * Imported imported = ChunkedUpserts.in(entityManagerFactory)
 *         .upsertAll(accounts, Importing.of(Account.class).onRefused(rejects::add));
 * }</pre>
 *
 * <p><b>Consequences.</b> The transactions are those of a stateless session of its own, on a connection of its own: they neither see
 * nor wait for the end of a transaction of the caller, whose locks are in their way as anybody's. Where Hibernate's transactions are
 * JTA's none may be active. The session is of the tenant that Hibernate's resolver names. Nothing is retried.
 *
 * <p>Thread-safe, as the factory is.
 *
 * @since 0.1
 */
public final class ChunkedUpserts {

    private final SessionFactory factory;

    private ChunkedUpserts(SessionFactory factory) {
        this.factory = factory;
    }

    /**
     * Takes a factory for upserts; costs nothing.
     *
     * @param factory Hibernate's, also behind a proxy
     */
    public static ChunkedUpserts in(EntityManagerFactory factory) {
        return new ChunkedUpserts(factory.unwrap(SessionFactory.class));
    }

    /**
     * Upserts an input of any length. It is read as it is written, and not closed.
     *
     * @return what has become of the rows
     * @throws ImportStoppedException if a row cannot be written, or a callback or the input throws; with the position to go on from
     * @throws IllegalArgumentException before any SQL if the input ends before the position to start at, or the choice of what to
     *     update cannot be carried out
     * @throws org.hibernate.MappingException before any row is written if the entity cannot be upserted
     */
    public <E> Imported upsertAll(Stream<? extends E> candidates, Importing<E> importing) {
        return new ImportRun<E>(importing, candidates.sequential().spliterator()).inTransactions(factory);
    }

    /** Upserts all that an iterator reads, as {@link #upsertAll(Stream, Importing)} does. */
    public <E> Imported upsertAll(Iterable<? extends E> candidates, Importing<E> importing) {
        return new ImportRun<E>(importing, candidates.spliterator()).inTransactions(factory);
    }
}
