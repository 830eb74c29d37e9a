/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static java.sql.Connection.TRANSACTION_REPEATABLE_READ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onkey.hibernate.DuplicateEntityException;
import dev.onkey.hibernate.TestFactory;
import dev.onkey.hibernate.model.Account;
import dev.onkey.hibernate.model.Country;
import dev.onkey.hibernate.model.Event;
import dev.onkey.hibernate.model.Tenant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GetOrCreateAllTest {

    private static TestFactory factory;
    private static Jdbc jdbc;

    @BeforeAll
    static void start() {
        factory = TestFactory.of(
                        "get_or_create_all", Tenant.class, Account.class, Event.class, Country.class, Part.class)
                .set("hibernate.connection.isolation", TRANSACTION_REPEATABLE_READ)
                .build();
        jdbc = new Jdbc(factory.url());
    }

    @AfterAll
    static void stop() {
        factory.close();
    }

    @BeforeEach
    void empty() {
        jdbc.execute("delete from Account");
        jdbc.execute("delete from Tenant");
        jdbc.execute("delete from Event");
        jdbc.execute("delete from Part");
        factory.statements().clear();
    }

    @Test
    @DisplayName("one read for all hits, managed entities in the order of the input")
    void hitsTakeOneRead() {
        List<Object> created = ids(tenants(0, 300));
        factory.statements().clear();

        in(session -> {
            List<Tenant> tenants = Upserts.in(session).getOrCreateAll(tenants(0, 300));
            assertThat(tenants).extracting(tenant -> (Object) tenant.id).isEqualTo(created);
            assertThat(tenants).allMatch(session::contains);
            assertThat(tenants).extracting(tenant -> tenant.code).startsWith("t0", "t1", "t2");
            return null;
        });

        assertThat(factory.statements()).hasSize(1).first().asString().startsWith("select");
    }

    @Test
    @DisplayName("a candidate that has the key of an earlier one needs nothing else")
    void whatAnEarlierCandidateCreatesIsFound() {
        in(session -> {
            Part cursed = new Part("a").name("cursed");
            List<Part> parts = Upserts.in(session).getOrCreateAll(List.of(new Part("a"), cursed, new Part("b")));

            assertThat(parts.get(1)).isSameAs(parts.get(0)).isNotSameAs(parts.get(2));
            assertThat(parts.get(1).name).isEqualTo("part");
            return null;
        });
    }

    @Test
    @DisplayName("what is missing is inserted in few statements, and read by one")
    void missesTakeFewStatements() {
        ids(tenants(0, 100));
        factory.statements().clear();

        List<Object> ids = ids(tenants(50, 250));

        assertThat(ids).doesNotHaveDuplicates().hasSize(200);
        assertThat(factory.statements())
                .as("a read, an insert, its ids, a read")
                .hasSize(4);
        assertThat(jdbc.number("select count(*) from Tenant")).isEqualTo(250);
        assertThat(jdbc.number("select max(id) - min(id) from Tenant"))
                .as("a hit burns no id")
                .isEqualTo(249);
    }

    @Test
    void anExistingRowIsNeverOverwritten() {
        ids(tenants(0, 5));
        List<Tenant> others = tenants(0, 5);
        others.forEach(tenant -> tenant.title = "never");

        List<Tenant> got = in(session -> Upserts.in(session).getOrCreateAll(others));

        assertThat(got).extracting(tenant -> tenant.title).containsOnlyNulls();
        assertThat(others).extracting(tenant -> tenant.id).containsOnlyNulls();
    }

    @Test
    void equalKeysAreOneEntity() {
        in(session -> {
            Tenant stored = Upserts.in(session).getOrCreate(new Tenant("Zoë"));
            List<Tenant> got = Upserts.in(session)
                    .getOrCreateAll(List.of(
                            new Tenant("new"),
                            new Tenant("ZOE"),
                            new Tenant("NEW"),
                            new Tenant("new"),
                            new Tenant("zoë")));
            assertThat(got.get(1)).isSameAs(stored);
            assertThat(got.get(4)).isSameAs(stored);
            assertThat(got.get(2)).isSameAs(got.get(0));
            assertThat(got.get(3)).isSameAs(got.get(0));
            assertThat(got.get(0).code).isEqualTo("new");
            return null;
        });
    }

    @Test
    void keysOfSeveralAttributesAndWithAssociations() {
        in(session -> {
            List<Tenant> tenants = Upserts.in(session).getOrCreateAll(tenants(0, 2));
            List<Account> first = Upserts.in(session).getOrCreateAll(accounts(tenants, 20));
            session.clear();
            factory.statements().clear();

            List<Account> second = Upserts.in(session).getOrCreateAll(accounts(tenants, 20));

            assertThat(second)
                    .extracting(account -> account.id)
                    .isEqualTo(first.stream().map(account -> account.id).toList());
            assertThat(factory.statements()).hasSize(1);
            return null;
        });
    }

    @Test
    void assignedIdentifiers() {
        List<Event> events = IntStream.range(0, 20)
                .mapToObj(i -> new Event("e" + i, "first"))
                .toList();
        in(session -> Upserts.in(session).getOrCreateAll(events.subList(0, 10)));

        List<Event> got = in(session -> Upserts.in(session).getOrCreateAll(events));

        assertThat(got)
                .extracting(event -> event.reference)
                .containsExactlyElementsOf(
                        events.stream().map(event -> event.reference).toList());
        assertThat(jdbc.number("select count(*) from Event")).isEqualTo(20);

        UUID id = UUID.randomUUID();
        in(session -> Upserts.in(session).getOrCreate(new Country(id, "SJ", "Svalbard")));
        List<Country> countries = in(session -> Upserts.in(session)
                .getOrCreateAll(
                        List.of(new Country(UUID.randomUUID(), "SJ", "x"), new Country(UUID.randomUUID(), "NO", "y"))));
        assertThat(countries.get(0).id).isEqualTo(id);
        assertThat(countries).extracting(country -> country.name).containsExactly("Svalbard", "y");
    }

    @Test
    void severalEntitiesInOneCall() {
        List<Object> got = in(session -> Upserts.in(session)
                .getOrCreateAll(List.<Object>of(new Tenant("t"), new Event("e", ""), new Tenant("u"))));

        assertThat(got).hasExactlyElementsOfTypes(Tenant.class, Event.class, Tenant.class);
    }

    @Test
    void allAreInsertedOrNone() {
        in(session -> {
            Upserts upserts = Upserts.in(session);
            upserts.insertIfAbsent(new Part("before").sku("taken"));
            List<Part> parts = new ArrayList<>(Part.numbers(0, 10));
            parts.set(7, Part.number(7).sku("taken"));
            assertThatThrownBy(() -> upserts.getOrCreateAll(parts))
                    .isInstanceOf(DuplicateEntityException.class)
                    .hasMessageContaining("sku");
            return null;
        });
        assertThat(jdbc.row("select group_concat(code) from Part")).isEqualTo("before");
    }

    @Test
    void allAreCheckedBeforeAnySql() {
        assertThatThrownBy(() ->
                        in(session -> Upserts.in(session).getOrCreateAll(Arrays.asList(new Tenant("a"), null))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        in(session -> Upserts.in(session).getOrCreateAll(List.of(new Tenant("a"), new Tenant(null)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Tenant.code");
        assertThat(ids(List.of())).isEmpty();
        assertThat(factory.statements()).isEmpty();
    }

    @Test
    void rowsThatTheSnapshotDoesNotShowAreReturned() {
        if (jdbc.row("show variables like 'innodb_snapshot_isolation'").endsWith("ON")) {
            return; // the server rolls the transaction back instead
        }
        in(session -> {
            session.createSelectionQuery("select count(*) from Tenant", Long.class)
                    .getSingleResult();
            jdbc.execute("insert into Tenant (code, title) values ('t3', 'theirs'), ('t5', 'theirs')");

            List<Tenant> got = Upserts.in(session).getOrCreateAll(tenants(0, 10));

            assertThat(got)
                    .filteredOn(tenant -> "theirs".equals(tenant.title))
                    .extracting(tenant -> tenant.code)
                    .containsExactly("t3", "t5");
            assertThat(got).allMatch(session::contains);
            return null;
        });
        assertThat(jdbc.number("select count(*) from Tenant")).isEqualTo(10);
    }

    @Test
    void statelessSessionsGetDetachedEntities() {
        ids(tenants(0, 5));
        try (StatelessSession session = factory.sessions().openStatelessSession()) {
            session.beginTransaction();
            List<Tenant> got = Upserts.in(session).getOrCreateAll(tenants(3, 8));
            assertThat(got).extracting(tenant -> tenant.code).containsExactly("t3", "t4", "t5", "t6", "t7");
            assertThat(got).extracting(tenant -> tenant.id).doesNotContainNull();
            session.getTransaction().commit();
        }
    }

    private static List<Object> ids(List<Tenant> tenants) {
        return in(session -> Upserts.in(session).getOrCreateAll(tenants)).stream()
                .map(tenant -> (Object) tenant.id)
                .toList();
    }

    private static <R> R in(Function<Session, R> work) {
        return factory.sessions().fromTransaction(work);
    }

    private static List<Tenant> tenants(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> new Tenant("t" + i)).toList();
    }

    private static List<Account> accounts(List<Tenant> tenants, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Account(tenants.get(i % 2), "a" + i / 2))
                .toList();
    }
}
