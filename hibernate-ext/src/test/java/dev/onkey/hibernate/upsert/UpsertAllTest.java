/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static dev.onkey.hibernate.Outcome.CREATED;
import static dev.onkey.hibernate.Outcome.UNCHANGED;
import static dev.onkey.hibernate.Outcome.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onkey.hibernate.DuplicateEntityException;
import dev.onkey.hibernate.TestFactory;
import dev.onkey.hibernate.UpsertedRow;
import dev.onkey.hibernate.model.Account;
import dev.onkey.hibernate.model.Country;
import dev.onkey.hibernate.model.Event;
import dev.onkey.hibernate.model.Tenant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UpsertAllTest {

    private static TestFactory factory;
    private static Jdbc jdbc;
    private static Tenant tenant;

    @BeforeAll
    static void start() {
        factory = TestFactory.of("upsert_all", Tenant.class, Account.class, Event.class, Country.class)
                .build();
        jdbc = new Jdbc(factory.url());
        tenant = factory.sessions()
                .fromTransaction(session -> Upserts.in(session).getOrCreate(new Tenant("acme")));
    }

    @AfterAll
    static void stop() {
        factory.close();
    }

    @BeforeEach
    void empty() {
        jdbc.execute("delete from Account");
        factory.statements().clear();
    }

    @Test
    @DisplayName("Empty input: no SQL, but bad options still refused")
    void emptyInputSendsNothing() {
        assertThat(write(List.of())).isEmpty();
        assertThatThrownBy(() -> factory.sessions()
                        .inTransaction(session ->
                                Upserts.in(session).upsertAll(Account.class, List.of(), Updating.only("nonsense"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nonsense");
        assertThat(factory.statements()).isEmpty();
    }

    @Test
    @DisplayName("ids given and not given, mixed: one that is to be generated and is given is refused before any SQL")
    void generatedIdsAreNotGiven() {
        Account given = account("b");
        given.id = 7L;

        assertThatThrownBy(() -> write(List.of(account("a"), given, account("c"), account("d"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Account has the identifier 7 already");
        assertThat(factory.statements()).isEmpty();
    }

    @Test
    void reportsEachCandidateInItsOrder() {
        write(List.of(account("b").name("B"), account("c").name("C")));
        Object b = jdbc.number("select id from Account where email = 'b'");
        Object c = jdbc.number("select id from Account where email = 'c'");

        List<UpsertedRow> rows =
                write(List.of(account("a"), account("b").name("B"), account("c").name("changed")));

        Object a = jdbc.number("select id from Account where email = 'a'");
        assertThat(rows)
                .containsExactly(
                        new UpsertedRow(a, CREATED), new UpsertedRow(b, UNCHANGED), new UpsertedRow(c, UPDATED));
    }

    @Test
    void theLastOneWinsAndBothNameTheSameRow() {
        List<UpsertedRow> rows =
                write(List.of(account("Zoë").name("first"), account("ZOE").name("last")));

        assertThat(rows).extracting(UpsertedRow::outcome).containsExactly(CREATED, UPDATED);
        assertThat(rows.get(0).id()).isEqualTo(rows.get(1).id());
        assertThat(jdbc.row("select count(*), max(name) from Account")).isEqualTo("1|last");
    }

    @Test
    void theSameDataTwiceChangesNothing() {
        List<Account> accounts = List.of(account("a").name("A"), account("b").name("B"));
        List<UpsertedRow> first = write(accounts);

        List<UpsertedRow> second = write(accounts);

        assertThat(second).extracting(UpsertedRow::outcome).containsOnly(UNCHANGED);
        assertThat(second)
                .extracting(UpsertedRow::id)
                .isEqualTo(first.stream().map(UpsertedRow::id).toList());
        assertThat(jdbc.row("select sum(version) from Account")).isEqualTo("0");
    }

    @Test
    void bringsManagedInstancesUpToDate() {
        factory.sessions().inTransaction(session -> {
            Account managed = Upserts.in(session).getOrCreate(account("a").name("old"));

            Upserts.in(session).upsertAll(List.of(account("a").name("new")));

            assertThat(managed.name).isEqualTo("new");
        });
    }

    @Test
    void checksEveryCandidateBeforeTheFirstStatement() {
        assertThatThrownBy(() -> write(Arrays.asList(account("a"), account(null))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Account.email is null");
        assertThatThrownBy(() -> write(Arrays.asList(account("a"), null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("candidate is null");
        assertThat(factory.statements()).isEmpty();
    }

    @Test
    void isOneTransaction() {
        assertThatThrownBy(() ->
                        write(List.of(account("a").phone("1"), account("b").phone("1"))))
                .isInstanceOf(DuplicateEntityException.class);

        assertThat(jdbc.number("select count(*) from Account")).isZero();
    }

    @Test
    void mixesEntities() {
        assertThat(write(List.of(account("a"), new Event("r", "p"), account("b"))))
                .extracting(UpsertedRow::outcome)
                .containsOnly(CREATED);
    }

    private static Account account(String email) {
        return new Account(tenant, email);
    }

    private static List<UpsertedRow> write(List<?> candidates) {
        return factory.sessions().fromTransaction(session -> Upserts.in(session).upsertAll(candidates));
    }
}
