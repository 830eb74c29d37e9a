/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static dev.onkey.hibernate.Outcome.UNCHANGED;
import static dev.onkey.hibernate.Outcome.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onkey.hibernate.TestFactory;
import dev.onkey.hibernate.Upserted;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CacheConcurrencyStrategy;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.NaturalIdCache;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Hibernate's caches beside rows that are written past them. */
class CacheTest {

    private static TestFactory factory;
    private static Jdbc jdbc;

    @BeforeAll
    static void start() {
        factory = TestFactory.of("cache", Rate.class)
                .url("allowLoadLocalInfile=true")
                .set("hibernate.cache.use_second_level_cache", true)
                .set("hibernate.cache.use_query_cache", true)
                .set("hibernate.cache.region.factory_class", "jcache")
                .set("hibernate.javax.cache.missing_cache_strategy", "create")
                .build();
        jdbc = new Jdbc(factory.url());
    }

    @AfterAll
    static void stop() {
        factory.close();
    }

    @BeforeEach
    void oneCachedRate() {
        jdbc.execute("delete from Rate");
        factory.sessions().getCache().evictAllRegions();
        factory.sessions().inTransaction(session -> Upserts.in(session).upsert(new Rate("CHF", 1)));
        warmUp();
    }

    @Test
    @DisplayName("second-level cache, natural-id cache, query cache and persistence context coherent")
    void nobodySeesWhatTheCachesHeldBefore() {
        Upserted<Rate> upserted = factory.sessions()
                .fromTransaction(session -> Upserts.in(session).upsert(new Rate("CHF", 2)));

        assertThat(upserted.outcome()).isEqualTo(UPDATED);
        assertThat(upserted.entity().value).isEqualTo(2);
        factory.sessions().inTransaction(session -> {
            assertThat(session.find(Rate.class, upserted.entity().id).value).isEqualTo(2);
            assertThat(values(session)).containsExactly(2);
        });
    }

    @Test
    void aNewRowIsInTheResultOfACachedQuery() {
        factory.sessions().inTransaction(session -> Upserts.in(session).insertIfAbsent(new Rate("EUR", 3)));

        assertThat(factory.sessions().fromTransaction(CacheTest::values)).containsExactlyInAnyOrder(1, 3);
    }

    @Test
    void aRollbackLeavesNothingBehind() {
        Session session = factory.sessions().openSession();
        session.beginTransaction();
        Upserts.in(session).upsert(new Rate("CHF", 9));
        session.getTransaction().rollback();
        session.close();

        assertThat(factory.sessions().fromTransaction(CacheTest::values)).containsExactly(1);
        assertThat(factory.sessions().fromTransaction(other -> Upserts.in(other).getOrCreate(new Rate("CHF", 5))).value)
                .isEqualTo(1);
    }

    @Test
    @DisplayName("a hit costs no statement with a warm natural-id cache")
    void aHitCostsNothingWithAWarmCache() {
        factory.statements().clear();

        Rate rate = factory.sessions()
                .fromTransaction(session -> Upserts.in(session).getOrCreate(new Rate("CHF", 5)));

        assertThat(rate.value).isEqualTo(1);
        assertThat(factory.statements()).isEmpty();
        factory.sessions()
                .inTransaction(session -> assertThat(
                                Upserts.in(session).findByNaturalKey(Rate.class, Map.of("code", "CHF")))
                        .isPresent());
        assertThat(factory.statements()).isEmpty();
    }

    @Test
    void theSameDataLeavesTheCachesWarm() {
        assertThat(factory.sessions()
                        .fromTransaction(session -> Upserts.in(session).insertIfAbsent(new Rate("CHF", 1)))
                        .outcome())
                .isEqualTo(UNCHANGED);
        factory.statements().clear();

        factory.sessions().inTransaction(session -> Upserts.in(session).getOrCreate(new Rate("CHF", 5)));

        assertThat(factory.statements()).isEmpty();
    }

    @Test
    void manyRowsInvalidateThemToo() {
        factory.sessions().inTransaction(session -> Upserts.in(session).upsertAll(rates(2)));

        factory.sessions().inTransaction(session -> {
            assertThat(values(session)).containsOnly(2).hasSize(6);
            assertThat(Upserts.in(session).getOrCreate(new Rate("CHF", 5)).value)
                    .isEqualTo(2);
        });
    }

    @Test
    void manyRowsThatHoldTheSameDataLeaveTheCachesWarm() {
        factory.sessions().inTransaction(session -> Upserts.in(session).upsertAll(rates(1)));
        warmUp();
        factory.sessions().inTransaction(session -> Upserts.in(session).upsertAll(rates(1)));
        factory.statements().clear();

        assertThat(factory.sessions().fromTransaction(CacheTest::values)).hasSize(6);
        factory.sessions().inTransaction(session -> Upserts.in(session).getOrCreate(new Rate("CHF", 5)));

        assertThat(factory.statements()).isEmpty();
    }

    @Test
    void anImportInvalidatesThemToo() {
        Stream<Rate> many = IntStream.range(0, 300).mapToObj(i -> new Rate("R" + i, 7));
        factory.sessions()
                .inTransaction(session -> Upserts.in(session)
                        .upsertAll(Stream.concat(Stream.of(new Rate("CHF", 7)), many), Importing.of(Rate.class)));

        factory.sessions().inTransaction(session -> {
            assertThat(values(session)).containsOnly(7).hasSize(301);
            assertThat(Upserts.in(session).getOrCreate(new Rate("CHF", 5)).value)
                    .isEqualTo(7);
        });
    }

    @Test
    void aStatelessSessionInvalidatesThemToo() {
        try (StatelessSession session = factory.sessions().openStatelessSession()) {
            session.beginTransaction();
            Upserts.in(session).upsert(new Rate("CHF", 4));
            // what somebody reads before the commit must not stay
            factory.sessions().inTransaction(CacheTest::values);
            session.getTransaction().commit();
        }

        assertThat(factory.sessions().fromTransaction(CacheTest::values)).containsExactly(4);
        assertThat(factory.sessions().fromTransaction(other -> Upserts.in(other).getOrCreate(new Rate("CHF", 5))).value)
                .isEqualTo(4);
    }

    private static List<Rate> rates(int value) {
        return Stream.of("CHF", "DKK", "EUR", "NOK", "PLN", "SEK")
                .map(code -> new Rate(code, value))
                .toList();
    }

    private static void warmUp() {
        factory.sessions().inTransaction(session -> {
            values(session);
            Upserts.in(session).getOrCreate(new Rate("CHF", 1));
        });
        // the first one loads past the snapshot or puts what it has read; the second one is served
        factory.sessions().inTransaction(session -> Upserts.in(session).getOrCreate(new Rate("CHF", 1)));
    }

    private static List<Integer> values(Session session) {
        return session.createSelectionQuery("from Rate", Rate.class).setCacheable(true).getResultList().stream()
                .map(rate -> rate.value)
                .toList();
    }

    @Entity(name = "Rate")
    @Cacheable
    @NaturalIdCache
    @Cache(usage = CacheConcurrencyStrategy.READ_WRITE)
    static class Rate {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @NaturalId
        @Column(length = 10)
        String code;

        @Column(name = "amount")
        int value;

        protected Rate() {}

        Rate(String code, int value) {
            this.code = code;
            this.value = value;
        }
    }
}
