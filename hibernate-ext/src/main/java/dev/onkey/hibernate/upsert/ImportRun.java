/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.Outcome;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Spliterator;
import java.util.function.Consumer;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.engine.spi.SharedSessionContractImplementor;

/** One import: reads, writes and tells a chunk at a time. */
final class ImportRun<E> {

    private final Importing<E> importing;
    private final ImportSource<E> source;
    private final OptionalLong expected;
    private final Staging staging = new Staging();
    private final NewRows newRows = NewRows.unknown();
    private final long began = System.nanoTime();
    private Imported imported;

    ImportRun(Importing<E> importing, Spliterator<? extends E> input) {
        this.importing = importing;
        this.source = new ImportSource<>(input, importing.start());
        this.expected = importing.expected().isPresent() ? importing.expected() : source.size();
        this.imported = new Imported(importing.start(), 0, 0, 0, 0, Duration.ZERO, expected);
    }

    /** Writes all of it in the session's transaction, or nothing. */
    Imported inTransactionOf(SharedSessionContractImplementor session) {
        check(session).flush();
        Refreshed refreshed = new Refreshed();
        try {
            return AllOrNothing.get(session, () -> {
                try (KeptStatements statements = new KeptStatements(session)) {
                    Carryover carryover = new Carryover(newRows, statements, refreshed);
                    return run(chunk -> chunk.write(staging, carryover, session));
                }
            });
        } catch (Throwable e) {
            refreshed.again(e);
            throw e;
        }
    }

    /**
     * Writes each chunk in a transaction of its own.
     *
     * @throws ImportStoppedException if one cannot be written
     */
    Imported inTransactions(SessionFactory factory) {
        try (StatelessSession session = factory.openStatelessSession()) {
            SharedSessionContractImplementor own = (SharedSessionContractImplementor) session;
            if (own.isTransactionInProgress()) {
                throw new IllegalStateException("Each chunk is to have a transaction of its own, and one is active"
                        + " already, which a new session joins: call this outside of it.");
            }
            check(own);
            return stoppable(chunk -> ChunkTransaction.run(session, () -> writeAlone(chunk, own)));
        }
    }

    private void writeAlone(ImportChunk<E> chunk, SharedSessionContractImplementor session) {
        // a driver that caches statements may give one that the commit has closed to somebody else
        try (KeptStatements statements = new KeptStatements(session)) {
            chunk.write(staging, new Carryover(newRows, statements), session);
        }
    }

    private Imported stoppable(Consumer<ImportChunk<E>> written) {
        try {
            return run(written);
        } catch (Throwable e) {
            // whatever it is, without the position nobody could go on
            throw new ImportStoppedException(imported, e);
        }
    }

    /** Refuses an entity and a choice before the first candidate is read. */
    private BulkCall check(SharedSessionContractImplementor session) {
        return new BulkCall(importing.choice(), true, Input.WHOLE, session).check(importing.type());
    }

    private Imported run(Consumer<ImportChunk<E>> written) {
        while (true) {
            ImportChunk<E> chunk = new ImportChunk<>(importing, imported.position(), source.next(importing.chunk()));
            if (chunk.size() == 0) {
                return imported;
            }
            written.accept(chunk);
            imported = with(chunk);
            tell(chunk);
        }
    }

    private Imported with(ImportChunk<E> chunk) {
        return new Imported(
                imported.position() + chunk.size(),
                imported.created() + chunk.count(Outcome.CREATED),
                imported.updated() + chunk.count(Outcome.UPDATED),
                imported.unchanged() + chunk.count(Outcome.UNCHANGED),
                imported.refused() + chunk.refused(),
                Duration.ofNanos(System.nanoTime() - began),
                expected);
    }

    private void tell(ImportChunk<E> chunk) {
        chunk.tellRefused();
        importing.progress().accept(imported);
    }
}
