/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.onkey.hibernate.NaturalKey;
import dev.onkey.hibernate.OnkeySettings;
import dev.onkey.hibernate.TestFactory;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Keys and identifiers of one call that become equal only in the columns that store them. */
class RoundedKeyTest {

    private static TestFactory factory;
    private static Jdbc jdbc;

    @BeforeAll
    static void start() {
        factory = TestFactory.of("rounded_key", Price.class, Weight.class, Measure.class)
                .build();
        jdbc = new Jdbc(factory.url());
    }

    @AfterAll
    static void stop() {
        factory.close();
    }

    @BeforeEach
    void empty() {
        List.of("Price", "Weight", "Measure").forEach(table -> jdbc.execute("delete from " + table));
    }

    @Test
    @DisplayName("keys of one call that a column rounds to the same: the first one is inserted, the last one stays")
    void theFirstOneIsInserted() {
        assumeFalse(factory.insertsFirst(), "a plain insert names a key that nothing finds");
        factory.sessions()
                .inTransaction(session ->
                        Upserts.in(session).insertAllIfAbsent(List.of(new Weight("1.004", 0), new Weight("1.001", 1))));

        assertThat(jdbc.row("select grams, number from Weight")).isEqualTo("1.00|0");
    }

    @Test
    void theLastOneStaysWhereATimeInTheIdIsRounded() {
        assumeFalse(factory.insertsFirst(), "a plain insert names a key that nothing finds");
        LocalDateTime time = LocalDateTime.of(2024, 1, 1, 10, 0);
        List<Measure> measures = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            // the last one of a second is the earliest; MySQL rounds, MariaDB cuts
            measures.add(new Measure(1, time.plusSeconds(i / 4).plusNanos(100_000_000L * (4 - i % 4)), i));
        }

        factory.sessions().inTransaction(session -> Upserts.in(session).upsertAll(measures));

        assertThat(jdbc.row("select count(*), min(number), max(number) from Measure"))
                .isEqualTo("2|3|7");
    }

    @Test
    void oneRowMayBeRoundedToOneThatExists() {
        assumeFalse(factory.insertsFirst(), "a plain insert names a key that nothing finds");
        for (int i = 0; i < 2; i++) {
            List<Weight> one = List.of(new Weight("1.00" + i, i));
            factory.sessions().inTransaction(session -> Upserts.in(session).upsertAll(one));
        }

        assertThat(jdbc.row("select grams, number from Weight")).isEqualTo("1.00|1");
    }

    @Test
    void anIdMayBeStoredWithAnotherScale() {
        factory.sessions()
                .inTransaction(session -> Upserts.in(session)
                        .insertAllIfAbsent(List.of(new Price("2", "æther", 0), new Price("3", "aether", 1))));

        assertThat(jdbc.row("select id, text, number from Price")).isEqualTo("2.00|æther|0");
    }

    @Test
    void anInsertThatFindsNothingAgainIsNotTriedForEver() {
        try (TestFactory first = TestFactory.of("rounded_key_first", Rate.class)
                .set(OnkeySettings.UPSERT_STRATEGY, OnkeySettings.INSERT_FIRST)
                .build()) {
            List<Long> refused = new ArrayList<>();

            Imported imported = first.sessions()
                    .fromTransaction(session -> Upserts.in(session)
                            .upsertAll(
                                    Stream.of("1", "2", "3", "5.001", "5.001").map(Rate::new),
                                    Importing.of(Rate.class).onRefused(row -> refused.add(row.position()))));

            assertThat(imported.created()).isEqualTo(4);
            // as one by one: a plain insert names a key that nothing finds
            assertThat(refused).containsExactly(4L);
            assertThat(new Jdbc(first.url()).number("select count(*) from Rate"))
                    .isEqualTo(4);
        }
    }

    @Entity(name = "Price")
    @NaturalKey("text")
    static class Price {
        @Id
        @Column(columnDefinition = "decimal(10,2)")
        BigDecimal id;

        @Column(
                unique = true,
                columnDefinition = "varchar(30) character set utf8mb4 collate utf8mb4_unicode_520_ci not null")
        String text;

        int number;

        protected Price() {}

        Price(String id, String text, int number) {
            this.id = new BigDecimal(id);
            this.text = text;
            this.number = number;
        }
    }

    @Entity(name = "Weight")
    static class Weight {
        @Id
        @Column(columnDefinition = "decimal(10,2)")
        BigDecimal grams;

        int number;

        protected Weight() {}

        Weight(String grams, int number) {
            this.grams = new BigDecimal(grams);
            this.number = number;
        }
    }

    @Entity(name = "Measure")
    @IdClass(MeasureId.class)
    static class Measure {
        @Id
        int sensor;

        @Id
        @Column(columnDefinition = "datetime not null")
        LocalDateTime time;

        int number;

        protected Measure() {}

        Measure(int sensor, LocalDateTime time, int number) {
            this.sensor = sensor;
            this.time = time;
            this.number = number;
        }
    }

    record MeasureId(int sensor, LocalDateTime time) implements Serializable {}

    @Entity(name = "Rate")
    @NaturalKey("percent")
    static class Rate {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(unique = true, columnDefinition = "decimal(10,2) not null")
        BigDecimal percent;

        protected Rate() {}

        Rate(String percent) {
            this.percent = new BigDecimal(percent);
        }
    }
}
