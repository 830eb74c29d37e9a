/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static dev.onkey.hibernate.Outcome.CREATED;
import static dev.onkey.hibernate.Outcome.UNCHANGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.onkey.hibernate.NaturalKey;
import dev.onkey.hibernate.TestFactory;
import dev.onkey.hibernate.Upserted;
import dev.onkey.hibernate.UpsertedRow;
import dev.onkey.hibernate.model.Country;
import dev.onkey.hibernate.model.Tenant;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A trigger that rewrites the natural key: the row is the one that the server means. */
class KeyTriggerTest {

    private static TestFactory factory;
    private static Jdbc jdbc;

    @BeforeAll
    static void start() {
        factory = TestFactory.of("key_trigger", Tenant.class, Country.class, Currency.class)
                .build();
        // a plain insert names the natural key, and nobody can say which row that is
        assumeFalse(factory.insertsFirst());
        jdbc = new Jdbc(factory.url());
        jdbc.execute(
                "create trigger clean before insert on Tenant for each row set new.code = replace(new.code, '-', '')");
        jdbc.execute(
                "create trigger tidy before insert on Country for each row set new.code = replace(new.code, '-', '')");
    }

    @AfterAll
    static void stop() {
        factory.close();
    }

    @Test
    @DisplayName("triggers")
    void returnsTheRowThatHasTheRewrittenKey() {
        Upserted<Tenant> first = upsert(new Tenant("a-b"));
        Upserted<Tenant> second = upsert(new Tenant("-ab-"));

        assertThat(first.outcome()).isEqualTo(CREATED);
        assertThat(second.outcome()).isEqualTo(UNCHANGED);
        assertThat(second.entity().id).isEqualTo(first.entity().id);
        assertThat(second.entity().code).isEqualTo("ab");
        assertThat(factory.sessions()
                        .fromTransaction(session -> Upserts.in(session).getOrCreate(new Tenant("a-b")))
                        .id)
                .isEqualTo(first.entity().id);
    }

    @Test
    void saysSoWhereTheRowCannotBeReadByTheKeyThatWasGiven() {
        upsert(new Country(UUID.randomUUID(), "C-H", "Switzerland"));

        assertThatThrownBy(() -> upsert(new Country(UUID.randomUUID(), "C-H", "Switzerland")))
                .hasMessageContaining("Country")
                .hasMessageContaining("a trigger on its table changes the key");
        assertThat(jdbc.row("select group_concat(code, name) from Country")).isEqualTo("CHSwitzerland");
    }

    @Test
    void manyRowsGetTheRewrittenKeysToo() {
        List<UpsertedRow> rows = factory.sessions()
                .fromTransaction(session -> Upserts.in(session).upsertAll(tenants("m-%d")));

        assertThat(rows).extracting(UpsertedRow::outcome).containsOnly(CREATED);
        assertThat(jdbc.row("select code from Tenant where id = " + rows.get(3).id()))
                .isEqualTo("m3");
        assertThat(factory.sessions()
                        .<List<UpsertedRow>>fromTransaction(
                                session -> Upserts.in(session).upsertAll(tenants("-m%d-"))))
                .extracting(UpsertedRow::id)
                .isEqualTo(rows.stream().map(UpsertedRow::id).toList());
    }

    @Test
    void manyRowsOfWhichEachGetsAKeyOfItsOwnAreInsertedOnce() {
        jdbc.execute("create trigger unlike before insert on Currency for each row"
                + " set new.code = left(concat(new.code, '-', uuid()), 20)");

        List<UpsertedRow> rows = factory.sessions()
                .fromTransaction(session -> Upserts.in(session)
                        .upsertAll(IntStream.range(0, 8).mapToObj(Currency::new).toList()));

        assertThat(rows).extracting(UpsertedRow::outcome).containsOnly(CREATED);
        assertThat(jdbc.row(
                        "select code from Currency where id = " + rows.get(3).id()))
                .startsWith("c3-");
        assertThat(jdbc.number("select count(*) from Currency")).isEqualTo(8);
    }

    private static List<Tenant> tenants(String code) {
        return IntStream.range(0, 8)
                .mapToObj(i -> new Tenant(String.format(code, i)))
                .toList();
    }

    private static <E> Upserted<E> upsert(E candidate) {
        return factory.sessions().fromTransaction(session -> Upserts.in(session).upsert(candidate));
    }

    @Entity(name = "Currency")
    @NaturalKey("code")
    static class Currency {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(length = 20, unique = true)
        String code;

        protected Currency() {}

        Currency(int number) {
            code = "c" + number;
        }
    }
}
