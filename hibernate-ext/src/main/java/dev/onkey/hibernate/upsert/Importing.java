/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How an import upserts a stream of candidates: what it updates, whom it tells how far it is, and what becomes of bad rows.
 *
 * <pre>{@code
 * Importing.of(Account.class)
 *         .updating(Updating.except("origin"))
 *         .expecting(1_000_000)
 *         .onProgress(imported -> log.info("{}", imported))
 *         .onRefused(row -> rejects.add(row))
 * }</pre>
 *
 * <p>Candidates are read a chunk at a time, and none is kept, so an import takes the same memory however long it is. Within a chunk
 * rows are written as by {@link Upserts#upsertAll(java.util.Collection)}: in the order of their natural keys, and of candidates with
 * the same key the last one wins.
 *
 * <p>Chunks of 200 candidates and more are sent as files, by {@code LOAD DATA LOCAL INFILE} into a temporary table, which is faster,
 * where that is allowed and does the same:
 *
 * <ul>
 *   <li>Connector/J with its option {@code allowLoadLocalInfile}, the server's {@code local_infile}, MySQL from 8.0.19 on, the privilege
 *       CREATE TEMPORARY TABLES;
 *   <li>a table without triggers, and without a column that is {@code TIMESTAMP NOT NULL}, {@code YEAR}, {@code BIT} of several bits, or
 *       {@code NOT NULL} without a default and without an attribute that is written;
 *   <li>an entity without documents, large objects, binary floating point and SQL of its own for a column, and without callbacks that
 *       stamp new rows otherwise than existing ones, as Spring's {@code @CreatedDate} does;
 *   <li>candidates with different natural keys and without a version, and no entity of their table in the session;
 *   <li>no expression in the choice of what to update, and not the strategy {@code insert_first}.
 * </ul>
 *
 * <p>Otherwise they take the usual way; where a file was tried in vain, a line of level DEBUG says why. Such chunks leave gaps between
 * new ids, as <a href="https://dev.mysql.com/doc/refman/8.4/en/innodb-auto-increment-handling.html">any {@code INSERT … SELECT}
 * does</a>.
 *
 * <p>Rows are taken for new where fifty of the first ones, or all of the chunk before, were. If one exists nevertheless, the chunk is
 * looked up after all, and the AUTO_INCREMENT values for it are lost.
 *
 * <p>Immutable, so it may be shared by threads as far as its listeners may: each method returns another one.
 *
 * @param <E> the entity
 * @since 0.1
 */
public final class Importing<E> {

    private static final int CHUNK = 1_000;

    private final Class<E> type;
    private UpdateChoice choice = UpdateChoice.ALL;
    private int chunk = CHUNK;
    private long start;
    private OptionalLong expected = OptionalLong.empty();
    private Consumer<? super Imported> progress = imported -> {};
    private @Nullable Consumer<? super RefusedRow<E>> refused;

    private Importing(Class<E> type) {
        this.type = type;
    }

    /** An import that updates all of a row, tells nobody, and stops at the first bad row. */
    public static <E> Importing<E> of(Class<E> type) {
        return new Importing<>(type);
    }

    /** Chooses what is written to rows that exist; everything, if this is not called. */
    public Importing<E> updating(Updating<? super E> updating) {
        return with(copy -> copy.choice = updating.choice());
    }

    /**
     * Sets how many candidates are read, written and told at a time; 1,000, if this is not called.
     *
     * @throws IllegalArgumentException if that is less than 1
     */
    public Importing<E> chunksOf(int candidates) {
        require(candidates >= 1, "A chunk of " + candidates + " candidates holds nothing: take 1 or more.");
        return with(copy -> copy.chunk = candidates);
    }

    /**
     * Says how many candidates the input has, so that {@link Imported#expected()} can; needless where the input knows its size.
     *
     * @throws IllegalArgumentException if that is less than 0
     */
    public Importing<E> expecting(long candidates) {
        require(candidates >= 0, "An input cannot have " + candidates + " candidates: expect 0 or more.");
        return with(copy -> copy.expected = OptionalLong.of(candidates));
    }

    /** Calls back after each chunk, once it is written; where each chunk has a transaction of its own, once that is committed. */
    public Importing<E> onProgress(Consumer<? super Imported> listener) {
        return with(copy -> copy.progress = listener);
    }

    /**
     * Leaves bad rows out and goes on: those that are refused before any SQL, and those that the server refuses, of which each chunk
     * is divided until the bad row is alone. Each is told once, when the others of its chunk are in, before the progress is. If the
     * listener throws, the chunk's other bad rows are told all the same, and then the import stops. So it does at errors that are not
     * a row's own, as a deadlock or a lost connection.
     */
    public Importing<E> onRefused(Consumer<? super RefusedRow<E>> listener) {
        return with(copy -> copy.refused = listener);
    }

    /**
     * Leaves out the first candidates of the input, which an earlier run has done with: its {@link Imported#position()}.
     *
     * @throws IllegalArgumentException if that is less than 0
     */
    public Importing<E> startingAt(long position) {
        require(position >= 0, "An input cannot be read from position " + position + ": start at 0 or more.");
        return with(copy -> copy.start = position);
    }

    Class<E> type() {
        return type;
    }

    UpdateChoice choice() {
        return choice;
    }

    int chunk() {
        return chunk;
    }

    long start() {
        return start;
    }

    OptionalLong expected() {
        return expected;
    }

    Consumer<? super Imported> progress() {
        return progress;
    }

    @Nullable
    Consumer<? super RefusedRow<E>> refused() {
        return refused;
    }

    private Importing<E> with(Consumer<Importing<E>> change) {
        Importing<E> copy = new Importing<>(type);
        copy.choice = choice;
        copy.chunk = chunk;
        copy.start = start;
        copy.expected = expected;
        copy.progress = progress;
        copy.refused = refused;
        change.accept(copy);
        return copy;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
