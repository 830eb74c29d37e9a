/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onkey.hibernate.NaturalKey;
import dev.onkey.hibernate.Outcome;
import dev.onkey.hibernate.TestFactory;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Threads that count in the same rows: every call counts once, and says truly what it did. */
class UpsertRaceTest {

    private static final int THREADS = 16;
    private static final int CALLS = 60;
    private static final int KEYS = 5;

    private static TestFactory factory;
    private static Jdbc jdbc;

    @BeforeAll
    static void start() {
        factory = TestFactory.of("upsert_race", Tally.class, Label.class)
                .set("hibernate.connection.pool_size", THREADS)
                .build();
        jdbc = new Jdbc(factory.url());
    }

    @AfterAll
    static void stop() {
        factory.close();
    }

    @Test
    void countsExactlyWhereTheServerMakesTheId() throws Exception {
        race(Tally::new, "Tally");
    }

    @Test
    void countsExactlyWhereTheIdIsAssigned() throws Exception {
        race(Label::new, "Label");
    }

    private static void race(Function<String, Object> candidate, String table) throws Exception {
        Map<Outcome, AtomicInteger> outcomes = new ConcurrentHashMap<>();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                Random random = new Random(thread);
                running.add(threads.submit(() -> {
                    for (int call = 0; call < CALLS; call++) {
                        Outcome outcome = count(candidate.apply("k" + random.nextInt(KEYS)));
                        outcomes.computeIfAbsent(outcome, o -> new AtomicInteger())
                                .incrementAndGet();
                    }
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }

        int calls = THREADS * CALLS;
        assertThat(jdbc.row("select count(*), sum(hits), sum(version) from " + table))
                .isEqualTo(KEYS + "|" + calls + "|" + (calls - KEYS));
        assertThat(outcomes.get(Outcome.CREATED)).hasValue(KEYS);
        assertThat(outcomes.get(Outcome.UPDATED)).hasValue(calls - KEYS);
        assertThat(outcomes).doesNotContainKey(Outcome.UNCHANGED);
    }

    private static Outcome count(Object candidate) {
        return Repeated.untilDone(() -> factory.sessions()
                .fromTransaction(session -> Upserts.in(session)
                        .upsert(candidate, Updating.nothing().add("hits"))
                        .outcome()));
    }

    @Entity(name = "Tally")
    @NaturalKey("code")
    static class Tally {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(length = 10)
        String code;

        int hits = 1;

        @Version
        int version;

        protected Tally() {}

        Tally(String code) {
            this.code = code;
        }
    }

    @Entity(name = "Label")
    @NaturalKey("code")
    static class Label {
        @Id
        UUID id;

        @Column(length = 10)
        String code;

        int hits = 1;

        @Version
        int version;

        protected Label() {}

        Label(String code) {
            this.id = UUID.randomUUID();
            this.code = code;
        }
    }
}
