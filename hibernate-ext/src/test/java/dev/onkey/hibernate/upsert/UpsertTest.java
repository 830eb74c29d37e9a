/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static dev.onkey.hibernate.Outcome.CREATED;
import static dev.onkey.hibernate.Outcome.UNCHANGED;
import static dev.onkey.hibernate.Outcome.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.onkey.hibernate.NaturalKey;
import dev.onkey.hibernate.Outcome;
import dev.onkey.hibernate.TestFactory;
import dev.onkey.hibernate.Upserted;
import dev.onkey.hibernate.UpsertedRow;
import dev.onkey.hibernate.model.Account;
import dev.onkey.hibernate.model.Country;
import dev.onkey.hibernate.model.Event;
import dev.onkey.hibernate.model.Reading;
import dev.onkey.hibernate.model.Tenant;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UpsertTest {

    private static TestFactory factory;
    private static Jdbc jdbc;
    private static Tenant tenant;

    @BeforeAll
    static void start() {
        factory = TestFactory.of(
                        "upsert", Tenant.class, Account.class, Event.class, Country.class, Reading.class, Tag.class)
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
    void forgetStatements() {
        factory.statements().clear();
    }

    @Test
    @DisplayName("Insert and update both give the true id")
    void createsThenUpdatesThenLeavesUnchanged() {
        Account created = upsert(CREATED, () -> account("a").name("A").logins(1));
        Account updated = upsert(UPDATED, () -> account("a").name("A").logins(2));
        Account unchanged = upsert(UNCHANGED, () -> account("a").name("A").logins(2));

        assertThat(List.of(updated.id, unchanged.id)).containsOnly(created.id);
        assertThat(List.of(created.version, updated.version, unchanged.version)).containsExactly(0, 1, 1);
        assertThat(unchanged.logins).isEqualTo(2);
    }

    @Test
    void tellsAChangeThatTheCollationDoesNotSee() {
        upsert(CREATED, () -> account("case").name("Ada"));

        Account updated = upsert(UPDATED, () -> account("case").name("ADA"));

        assertThat(updated.name).isEqualTo("ADA");
        assertThat(updated.version).isEqualTo(1);
    }

    @Test
    @DisplayName("explicit null overwrites")
    void overwritesWithNullAndComparesNulls() {
        upsert(CREATED, () -> account("null").name("A"));

        assertThat(upsert(UPDATED, () -> account("null")).name).isNull();
        upsert(UNCHANGED, () -> account("null"));
        assertThat(upsert(UPDATED, () -> account("null").name("B")).name).isEqualTo("B");
    }

    @Test
    @DisplayName("id, natural key, created-timestamp and `updatable=false` columns are never rewritten")
    void neverRewritesIdNaturalKeyOrWhatIsNotUpdatable() {
        Account first = upsert(CREATED, () -> {
            Account account = account("kept@x.org");
            account.origin = "import";
            return account;
        });

        Account again = upsert(UNCHANGED, () -> {
            Account account = account("KEPT@X.ORG");
            account.origin = "other";
            return account;
        });

        assertThat(again.id).isEqualTo(first.id);
        assertThat(again.email).isEqualTo("kept@x.org");
        assertThat(again.origin).isEqualTo("import");
    }

    @Test
    @DisplayName("the returned entity is managed: a later change is flushed")
    void returnsAManagedEntityAndLeavesTheCandidateAlone() {
        Account candidate = account("managed").name("before");
        factory.sessions().inTransaction(session -> {
            Account managed = Upserts.in(session).upsert(candidate).entity();
            assertThat(managed).isNotSameAs(candidate);
            managed.name = "flushed";
        });

        assertThat(candidate.id).isNull();
        assertThat(jdbc.row("select name, version from Account where email = 'managed'"))
                .isEqualTo("flushed|1");
    }

    @Test
    void bringsAManagedInstanceUpToDate() {
        upsert(CREATED, () -> account("fresh").name("old"));
        factory.sessions().inTransaction(session -> {
            Account managed = Upserts.in(session).getOrCreate(account("fresh"));
            assertThat(managed.name).isEqualTo("old");

            Upserted<Account> upserted =
                    Upserts.in(session).upsert(account("fresh").name("new"));

            assertThat(upserted.entity()).isSameAs(managed);
            assertThat(managed.name).isEqualTo("new");
            assertThat(managed.version).isEqualTo(1);
        });
        assertThat(jdbc.row("select name, version from Account where email = 'fresh'"))
                .isEqualTo("new|1");
    }

    @Test
    void flushesPendingChangesFirst() {
        upsert(CREATED, () -> account("pending").name("old"));
        factory.sessions().inTransaction(session -> {
            Account managed = Upserts.in(session).getOrCreate(account("pending"));
            managed.logins = 7;

            Account upserted = Upserts.in(session)
                    .upsert(account("pending").name("new").logins(7))
                    .entity();

            assertThat(upserted).isSameAs(managed);
            assertThat(upserted.version).isEqualTo(2);
        });
        assertThat(jdbc.row("select name, logins from Account where email = 'pending'"))
                .isEqualTo("new|7");
    }

    @Test
    void upsertsByAnAssignedIdentifier() {
        upsert(CREATED, () -> new Event("r", "one"));
        assertThat(upsert(UPDATED, () -> new Event("r", "two")).payload).isEqualTo("two");
        upsert(UNCHANGED, () -> new Event("r", "two"));
    }

    @Test
    @DisplayName("an unchanged row still gives its id")
    void keepsTheStoredIdentifierWhereTheKeyIsAnother() {
        UUID id = UUID.randomUUID();
        upsert(CREATED, () -> new Country(id, "MM", "Burma"));

        Country updated = upsert(UPDATED, () -> new Country(UUID.randomUUID(), "MM", "Myanmar"));
        Country unchanged = upsert(UNCHANGED, () -> new Country(UUID.randomUUID(), "MM", "Myanmar"));

        assertThat(updated.id).isEqualTo(id);
        assertThat(updated.name).isEqualTo("Myanmar");
        assertThat(unchanged.id).isEqualTo(id);
    }

    @Test
    void writesEveryBasicKindAsPersistDoes() {
        Supplier<Reading> reading = () -> {
            Reading each = new Reading("8001", LocalDate.of(2026, 1, 31));
            each.quality = Reading.Quality.CHECKED;
            each.celsius = -0.1;
            each.price = new BigDecimal("12.345");
            each.wet = true;
            each.raw = new byte[] {0, -1, 39};
            each.measured = Instant.parse("2026-01-31T10:15:30.123456Z");
            return each;
        };
        Reading created = upsert(CREATED, reading);
        Reading unchanged = upsert(UNCHANGED, reading);
        Reading persisted = factory.sessions().fromTransaction(session -> {
            Reading other = reading.get();
            other.place = new Reading.Place("8002", other.place.street);
            session.persist(other);
            return other;
        });

        String columns =
                "select street, `key`, celsius, price, wet, windy, hex(raw), measured from `order` where id = ";
        assertThat(jdbc.row(columns + created.id)).isEqualTo(jdbc.row(columns + persisted.id));
        assertThat(created.shout).isEqualTo("HIGH STREET");
        assertThat(unchanged.created).isEqualTo(created.created).isNotNull();
        assertThat(unchanged.updated).isEqualTo(created.updated).isNotNull();

        Reading updated = upsert(UPDATED, () -> {
            Reading changed = reading.get();
            changed.celsius = 0.1;
            return changed;
        });
        assertThat(updated.created).isEqualTo(created.created);
        assertThat(updated.updated).isAfter(created.updated);
    }

    @Test
    @DisplayName("key-only entity: insert or return existing")
    void upsertsAnEntityThatIsNothingButItsKey() {
        Tag created = upsert(CREATED, () -> new Tag("blue"));
        Tag existing = upsert(UNCHANGED, () -> new Tag("blue"));

        assertThat(existing.id).isEqualTo(created.id);
    }

    @Test
    void costsOneStatementAndOneToReadTheRow() {
        assumeFalse(factory.insertsFirst());
        upsert(CREATED, () -> account("cost"));
        assertThat(factory.statements()).hasSize(2);
        assertThat(factory.statements().get(0)).startsWith("INSERT INTO Account");
    }

    @Test
    void insertsIfAbsentWithOneStatement() {
        assumeFalse(factory.insertsFirst());
        UpsertedRow first = factory.sessions()
                .fromTransaction(session -> Upserts.in(session).insertIfAbsent(new Event("hook", "1")));
        UpsertedRow second = factory.sessions()
                .fromTransaction(session -> Upserts.in(session).insertIfAbsent(new Event("hook", "2")));

        assertThat(first).isEqualTo(new UpsertedRow("hook", CREATED));
        assertThat(second).isEqualTo(new UpsertedRow("hook", UNCHANGED));
        assertThat(factory.statements()).hasSize(2);
        assertThat(jdbc.row("select payload from Event where reference = 'hook'"))
                .isEqualTo("1");
    }

    private static Account account(String email) {
        return new Account(tenant, email);
    }

    private static <E> E upsert(Outcome expected, Supplier<E> candidate) {
        Upserted<E> upserted = factory.sessions()
                .fromTransaction(session -> Upserts.in(session).upsert(candidate.get()));
        assertThat(upserted.outcome()).isEqualTo(expected);
        return upserted.entity();
    }

    @Entity(name = "Tag")
    @NaturalKey("name")
    static class Tag {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(length = 20)
        String name;

        protected Tag() {}

        Tag(String name) {
            this.name = name;
        }
    }
}
