/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onkey.hibernate.NaturalKey;
import dev.onkey.hibernate.Outcome;
import dev.onkey.hibernate.TestFactory;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.function.Supplier;
import org.hibernate.MappingException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The database itself has to hold the natural key unique. */
class UniqueIndexTest {

    private static String url;
    private static Jdbc jdbc;

    @BeforeAll
    static void createSchema() {
        try (TestFactory factory = TestFactory.of("unique_index", Seat.class).build()) {
            url = factory.url();
            jdbc = new Jdbc(url);
        }
    }

    @BeforeEach
    void withoutIndex() {
        jdbc.execute("drop table if exists seats");
        jdbc.execute("create table seats (id bigint not null auto_increment primary key, `row` varchar(10),"
                + " number int not null, label varchar(20))");
    }

    @Test
    @DisplayName("no unique index behind the key: clear error")
    void refusesAKeyThatTheDatabaseDoesNotHoldUnique() {
        jdbc.execute("alter table seats add key not_unique (`row`, number)");
        jdbc.execute("alter table seats add unique key of_more (`row`, number, label)");

        assertThatThrownBy(() -> upsert())
                .isInstanceOf(MappingException.class)
                .hasMessage(
                        "Seat cannot be got, created or upserted: its natural key [row, number] needs a unique key over"
                                + " (`row`, number), and the database has none on table seats. Create it: ALTER TABLE seats"
                                + " ADD UNIQUE KEY (`row`, number).");
        assertThat(jdbc.number("select count(*) from seats")).isZero();
    }

    @Test
    void theCureThatItNamesIsOne() {
        jdbc.execute("ALTER TABLE seats ADD UNIQUE KEY (`row`, number)");

        assertThat(upsert()).isEqualTo(Outcome.CREATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(number, `row`)", "(number)", "(`row`(2))"})
    void acceptsAnIndexThatHoldsMoreUniqueThanTheKey(String columns) {
        jdbc.execute("alter table seats add unique key u " + columns);

        assertThat(upsert()).isEqualTo(Outcome.CREATED);
    }

    @Test
    void asksOnceForEachSessionFactory() {
        jdbc.execute("alter table seats add unique key u (number)");
        inFactory(factory -> {
            Supplier<Outcome> upsert = () -> factory.sessions()
                    .fromTransaction(session ->
                            Upserts.in(session).upsert(new Seat("A", 1)).outcome());
            upsert.get();
            jdbc.execute("alter table seats drop key u");
            return upsert.get();
        });
    }

    @Test
    void cannotAskForTheIndexesOfAView() {
        jdbc.execute("alter table seats add unique key u (number)");
        jdbc.execute("rename table seats to all_seats");
        jdbc.execute("create view seats as select * from all_seats");
        try {
            assertThat(upsert()).isEqualTo(Outcome.CREATED);
        } finally {
            jdbc.execute("drop view seats");
            jdbc.execute("drop table all_seats");
        }
    }

    private static Outcome upsert() {
        return inFactory(factory -> factory.sessions()
                .fromTransaction(
                        session -> Upserts.in(session).upsert(new Seat("A", 1)).outcome()));
    }

    private static <R> R inFactory(java.util.function.Function<TestFactory, R> work) {
        try (TestFactory factory = TestFactory.of("unique_index", Seat.class)
                .set("hibernate.hbm2ddl.auto", "none")
                .on(url)) {
            return work.apply(factory);
        }
    }

    @Entity(name = "Seat")
    @Table(name = "seats")
    @NaturalKey({"row", "number"})
    static class Seat {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(name = "`row`", length = 10)
        String row;

        int number;
        String label;

        protected Seat() {}

        Seat(String row, int number) {
            this.row = row;
            this.number = number;
        }
    }
}
