/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onkey.hibernate.TestFactory;
import dev.onkey.hibernate.Upserted;
import dev.onkey.hibernate.model.Country;
import dev.onkey.hibernate.model.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 32 threads × 200 calls over 50 keys. */
class ConcurrencyTest {

    private static final int THREADS = 32;
    private static final int CALLS = 200;
    private static final int KEYS = 50;

    private static TestFactory factory;
    private static Jdbc jdbc;

    @BeforeAll
    static void start() {
        factory = TestFactory.of("concurrency", Tenant.class, Country.class)
                .set("hibernate.connection.pool_size", THREADS)
                .build();
        jdbc = new Jdbc(factory.url());
    }

    @AfterAll
    static void stop() {
        factory.close();
    }

    @Test
    @DisplayName("lost race returns the winner")
    void getOrCreateMakesOneRowAKey() throws Exception {
        Map<String, Set<Object>> ids = race((session, key) -> {
            Upserted<Tenant> got = Upserts.in(session).getOrInsert(new Tenant(key));
            assertThat(got.entity().code).isEqualTo(key);
            return new Call(got.entity().id, got.created());
        });

        assertThat(jdbc.number("select count(*) from Tenant")).isEqualTo(KEYS);
        ids.forEach((key, of) ->
                assertThat(of).containsExactly(jdbc.number("select id from Tenant where code = '" + key + "'")));
    }

    @Test
    void getOrCreateMakesOneRowAKeyWhereTheIdIsAssigned() throws Exception {
        Map<String, Set<Object>> ids = race((session, key) -> {
            Upserted<Country> got = Upserts.in(session).getOrInsert(new Country(UUID.randomUUID(), key, key));
            assertThat(got.entity().code).isEqualTo(key);
            return new Call(got.entity().id, got.created());
        });

        assertThat(jdbc.number("select count(*) from Country")).isEqualTo(KEYS);
        ids.values().forEach(of -> assertThat(of).hasSize(1));
    }

    /** Runs the calls, each in a transaction; returns which ids each key came back with, having counted the creations. */
    private static Map<String, Set<Object>> race(Contestant contestant) throws Exception {
        Map<String, Set<Object>> ids = new ConcurrentHashMap<>();
        AtomicInteger created = new AtomicInteger();
        CyclicBarrier barrier = new CyclicBarrier(THREADS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                Random random = new Random(thread);
                running.add(threads.submit(() -> {
                    barrier.await();
                    for (int call = 0; call < CALLS; call++) {
                        String key = "k" + random.nextInt(KEYS);
                        Call made = Repeated.untilDone(
                                () -> factory.sessions().fromTransaction(session -> contestant.call(session, key)));
                        ids.computeIfAbsent(key, k -> ConcurrentHashMap.newKeySet())
                                .add(made.id());
                        created.addAndGet(made.created() ? 1 : 0);
                    }
                    return null;
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(created).as("CREATED").hasValue(KEYS);
        assertThat(ids).hasSize(KEYS);
        return ids;
    }

    private record Call(Object id, boolean created) {}

    private interface Contestant {
        Call call(Session session, String key);
    }
}
