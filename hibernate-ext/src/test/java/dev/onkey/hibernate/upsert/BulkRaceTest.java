/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static dev.onkey.hibernate.Outcome.CREATED;
import static dev.onkey.hibernate.Outcome.UNCHANGED;
import static dev.onkey.hibernate.Outcome.UPDATED;
import static java.sql.Connection.TRANSACTION_READ_COMMITTED;
import static java.sql.Connection.TRANSACTION_REPEATABLE_READ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.onkey.hibernate.NaturalKey;
import dev.onkey.hibernate.TestFactory;
import dev.onkey.hibernate.UpsertedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Many rows, and others who write the same ones. */
class BulkRaceTest {

    private static final int ROWS = 120;

    @Test
    @DisplayName("two sessions, overlapping batches in opposite order: no deadlock surfaces")
    void nobodyIsInAnothersWay() throws Exception {
        try (TestFactory factory = factory(TRANSACTION_READ_COMMITTED)) {
            int threads = 4;
            int calls = 8;
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            try {
                List<Future<?>> running = new ArrayList<>();
                for (int thread = 0; thread < threads; thread++) {
                    boolean backwards = thread % 2 == 1;
                    running.add(pool.submit(() -> {
                        for (int call = 0; call < calls; call++) {
                            List<Stock> stocks = stocks(call * 20, call * 20 + ROWS);
                            if (backwards) {
                                Collections.reverse(stocks);
                            }
                            Supplier<List<UpsertedRow>> transaction = () -> factory.sessions()
                                    .fromTransaction(session -> Upserts.in(session)
                                            .upsertAll(
                                                    Stock.class,
                                                    stocks,
                                                    Updating.<Stock>nothing().add("amount")));
                            if (factory.insertsFirst()) {
                                // two whose plain inserts collide share the row's lock then, and neither can update it
                                Repeated.untilDone(transaction);
                            } else {
                                transaction.get();
                            }
                        }
                    }));
                }
                for (Future<?> each : running) {
                    each.get();
                }
            } finally {
                pool.shutdownNow();
            }
            Jdbc jdbc = new Jdbc(factory.url());
            assertThat(jdbc.number("select sum(amount) from Stock")).isEqualTo((long) threads * calls * ROWS);
            assertThat(jdbc.number("select count(*) from Stock")).isEqualTo((calls - 1) * 20 + ROWS);
        }
    }

    @Test
    void rowsThatTheSnapshotDoesNotShowAreFound() {
        duel(
                "insert into Stock (code, amount, note) select code, 1, if(code < 'c5', 'ours', 'theirs') from Seed",
                session -> {
                    List<UpsertedRow> rows = Upserts.in(session).upsertAll(stocks(0, 10));
                    assertThat(rows.subList(0, 5))
                            .extracting(UpsertedRow::outcome)
                            .containsOnly(UNCHANGED);
                    assertThat(rows.subList(5, 10))
                            .extracting(UpsertedRow::outcome)
                            .containsOnly(UPDATED);
                });
    }

    @Test
    void rowsThatOnlyTheSnapshotShowsAreInsertedAnew() {
        duel("delete from Stock", session -> {
            List<UpsertedRow> rows = Upserts.in(session).upsertAll(stocks(0, 10));
            assertThat(rows).extracting(UpsertedRow::outcome).containsOnly(CREATED);
            assertThat(rows)
                    .extracting(row -> (Long) row.id())
                    .allMatch(id -> id > 1_000)
                    .doesNotHaveDuplicates();
        });
    }

    @Test
    void rowsThatOnlyTheSnapshotShowsAreAbsent() {
        duel("delete from Stock", session -> {
            List<UpsertedRow> rows = Upserts.in(session).insertAllIfAbsent(stocks(0, 10));
            assertThat(rows).extracting(UpsertedRow::outcome).containsOnly(CREATED);
        });
    }

    /** Opens our snapshot, lets the other side commit, then goes on. */
    private static void duel(String other, Consumer<Session> ours) {
        try (TestFactory factory = factory(TRANSACTION_REPEATABLE_READ)) {
            Jdbc jdbc = new Jdbc(factory.url());
            jdbc.execute("create table Seed (code varchar(20))");
            jdbc.execute(
                    "insert into Seed values ('c0'),('c1'),('c2'),('c3'),('c4'),('c5'),('c6'),('c7'),('c8'),('c9')");
            if (other.startsWith("delete")) {
                jdbc.execute("insert into Stock (code, amount, note) select code, 1, 'ours' from Seed");
                jdbc.execute("alter table Stock auto_increment = 1001");
            }
            Throwable thrown = catchThrowable(() -> factory.sessions().inTransaction(session -> {
                session.createSelectionQuery("select count(*) from Stock", Long.class)
                        .getSingleResult();
                jdbc.execute(other);
                ours.accept(session);
            }));
            if (jdbc.row("show variables like 'innodb_snapshot_isolation'").endsWith("ON")) {
                // the server rolls the transaction back rather than let it see past its snapshot; a retry then sees the
                // rows
                assertThat(thrown).rootCause().hasMessageContaining("Record has changed since last read");
            } else {
                assertThat(thrown).isNull();
                assertThat(jdbc.number("select count(*) from Stock where note = 'ours'"))
                        .isEqualTo(10);
            }
        }
    }

    private static TestFactory factory(int isolation) {
        return TestFactory.of("bulk_race", Stock.class)
                .set("hibernate.connection.isolation", isolation)
                .set("hibernate.connection.pool_size", 8)
                .build();
    }

    private static List<Stock> stocks(int from, int to) {
        return new ArrayList<>(
                IntStream.range(from, to).mapToObj(i -> new Stock("c" + i)).toList());
    }

    @Entity(name = "Stock")
    @NaturalKey("code")
    static class Stock {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(length = 20)
        String code;

        int amount = 1;

        String note = "ours";

        protected Stock() {}

        Stock(String code) {
            this.code = code;
        }
    }
}
