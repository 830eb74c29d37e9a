/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static java.sql.Connection.TRANSACTION_READ_COMMITTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onkey.hibernate.TestFactory;
import jakarta.persistence.OptimisticLockException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.hibernate.JDBCException;
import org.hibernate.exception.DataException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Inputs of any length, with a transaction for each chunk. */
class ChunkedUpsertsTest {

    private static final Importing<Part> PARTS = Importing.of(Part.class).chunksOf(10);
    private static final Importing<Part> COUNTING =
            PARTS.updating(Updating.<Part>nothing().add("amount"));

    private static TestFactory factory;
    private static Jdbc jdbc;

    @BeforeAll
    static void start() {
        factory = TestFactory.of("chunked", Part.class)
                .url("sessionVariables=innodb_lock_wait_timeout=1")
                .set("hibernate.connection.isolation", TRANSACTION_READ_COMMITTED)
                .build();
        jdbc = new Jdbc(factory.url());
    }

    @AfterAll
    static void stop() {
        factory.close();
    }

    @BeforeEach
    void empty() {
        jdbc.execute("delete from Part");
    }

    @Test
    void aChunkIsCommittedBeforeItIsTold() {
        List<Long> committed = new ArrayList<>();

        write(Part.numbers(0, 25).stream(), PARTS.onProgress(imported -> committed.add(count())));

        assertThat(committed).containsExactly(10L, 20L, 25L);
    }

    @Test
    @DisplayName("where a row stops an import, its earlier chunks stay, and its position is where to go on")
    void goesOnFromThePositionWhereItStopped() {
        List<Part> parts = new ArrayList<>(Part.numbers(0, 45));
        parts.addAll(Part.numbers(0, 45));
        parts.set(63, Part.number(18).name("longer than ten"));
        parts.set(64, Part.number(1_000).name("longer than ten"));

        ImportStoppedException stopped = stopped(parts.stream(), COUNTING);

        assertThat(stopped.imported().position()).isEqualTo(60);
        assertThat(stopped.imported().rows()).isEqualTo(60);
        assertThat(stopped)
                .hasMessageContaining("first 60")
                .hasMessageContaining("startingAt(60)")
                .hasCauseInstanceOf(DataException.class);
        assertThat(jdbc.row("select count(*), sum(amount) from Part")).isEqualTo("45|60");

        parts.set(63, Part.number(18));
        parts.set(64, Part.number(19));
        Imported rest = write(parts.stream(), COUNTING.startingAt(60));

        assertThat(rest.position()).isEqualTo(90);
        assertThat(rest.updated()).isEqualTo(30);
        assertThat(jdbc.row("select count(*), min(amount), max(amount) from Part"))
                .isEqualTo("45|2|2");
    }

    @Test
    void anInputThatBreaksStopsIt() {
        Stream<Part> breaking = Part.numbers(0, 45).stream().peek(part -> {
            if (part.code.equals("p37")) {
                throw new IllegalStateException("line 38 is torn");
            }
        });

        assertThat(stopped(breaking, PARTS).imported().position()).isEqualTo(30);
        assertThat(count()).isEqualTo(30);
    }

    @Test
    void aListenerThatThrowsStopsItAfterTheChunk() {
        ImportStoppedException stopped = stopped(Part.numbers(0, 45).stream(), PARTS.onProgress(imported -> {
            throw new IllegalStateException("no more");
        }));

        assertThat(stopped.imported().position()).isEqualTo(10);
        assertThat(count()).isEqualTo(10);
    }

    @Test
    @DisplayName("where the listener for bad rows throws, the other bad rows of the chunk are told as well")
    void aListenerThatThrowsLosesNoBadRow() {
        List<Part> parts = new ArrayList<>(Part.numbers(0, 30));
        List.of(3, 5, 8, 14).forEach(bad -> parts.get(bad).name("longer than ten"));
        List<Long> told = new ArrayList<>();
        Importing<Part> telling = PARTS.onRefused(row -> {
            told.add(row.position());
            if (row.position() == 3 || row.position() == 5) {
                throw new IllegalStateException("no room for " + row.position());
            }
        });

        ImportStoppedException stopped = stopped(parts.stream(), telling);

        assertThat(told).containsExactlyInAnyOrder(3L, 5L, 8L);
        assertThat(stopped.getCause())
                .hasMessage("no room for "
                        + told.stream().filter(row -> row < 8).findFirst().get());
        assertThat(stopped.getCause().getSuppressed()).hasSize(1);
        assertThat(stopped.imported().position()).isEqualTo(10);
        assertThat(stopped.imported().refused()).isEqualTo(3);
        write(parts.stream(), telling.startingAt(10));
        assertThat(told).hasSize(4).contains(14L);
        assertThat(count()).isEqualTo(26);
    }

    @Test
    void anErrorLosesNoPosition() {
        ImportStoppedException stopped = stopped(
                Part.numbers(0, 45).stream().peek(part -> {
                    if (part.code.equals("p25")) {
                        throw new NoClassDefFoundError("of a parser");
                    }
                }),
                PARTS);

        assertThat(stopped).hasCauseInstanceOf(NoClassDefFoundError.class);
        assertThat(stopped.imported().position()).isEqualTo(20);
        assertThat(count()).isEqualTo(20);
    }

    @Test
    @DisplayName("a lock that is not to be had is no bad row: the import stops")
    void aLockIsNoBadRow() throws Exception {
        write(Part.numbers(0, 30).stream(), PARTS);
        List<RefusedRow<Part>> refused = new ArrayList<>();
        try (Connection other = DriverManager.getConnection(factory.url());
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("update Part set amount = 7 where code = 'p15'");

            ImportStoppedException stopped =
                    stopped(Part.numbers(0, 30).stream().map(part -> part.name("new")), PARTS.onRefused(refused::add));

            assertThat(stopped).hasCauseInstanceOf(JDBCException.class);
            assertThat(stopped.imported().position()).isEqualTo(10);
            other.rollback();
        }
        assertThat(refused).isEmpty();
        assertThat(jdbc.number("select count(*) from Part where name = 'new'")).isEqualTo(10);
    }

    @Test
    void aStaleCandidateDoesNotTakeItsChunkAlong() {
        write(Stream.of(Part.number(0)), PARTS);
        List<RefusedRow<Part>> refused = new ArrayList<>();
        List<Part> parts = new ArrayList<>(Part.numbers(1, 6));
        parts.add(Part.number(0).name("stale").version(3));

        write(parts.stream(), PARTS.onRefused(refused::add));

        assertThat(refused).hasSize(1);
        assertThat(refused.get(0).reason()).isInstanceOf(OptimisticLockException.class);
        assertThat(count()).isEqualTo(6);
    }

    @Test
    @DisplayName("imports that run at the same time in opposite order end without a deadlock, each row counted once")
    void importsMeet() throws Exception {
        int imports = 4;
        ExecutorService pool = Executors.newFixedThreadPool(imports);
        try {
            List<Callable<Long>> tasks = new ArrayList<>();
            for (int i = 0; i < imports; i++) {
                List<Part> parts = new ArrayList<>(Part.numbers(0, 200));
                if (i % 2 == 1) {
                    Collections.reverse(parts);
                }
                tasks.add(() -> created(parts));
            }
            long created = 0;
            for (var each : pool.invokeAll(tasks)) {
                created += each.get();
            }
            assertThat(created).isEqualTo(200);
        } finally {
            pool.shutdownNow();
        }
        assertThat(jdbc.row("select count(*), min(amount), max(amount) from Part"))
                .isEqualTo("200|4|4");
    }

    private static long created(List<Part> parts) {
        Importing<Part> importing = COUNTING.chunksOf(50);
        long created = 0;
        while (true) {
            try {
                return created + write(parts.stream(), importing).created();
            } catch (ImportStoppedException e) {
                if (!factory.insertsFirst()) {
                    throw e;
                }
                // two whose plain inserts collide share the row's lock then, and neither can update it
                created += e.imported().created();
                importing = importing.startingAt(e.imported().position());
            }
        }
    }

    private static Imported write(Stream<Part> parts, Importing<Part> importing) {
        return ChunkedUpserts.in(factory.sessions()).upsertAll(parts, importing);
    }

    private static ImportStoppedException stopped(Stream<Part> parts, Importing<Part> importing) {
        return catchThrowableOfType(ImportStoppedException.class, () -> write(parts, importing));
    }

    private static long count() {
        return jdbc.number("select count(*) from Part");
    }
}
