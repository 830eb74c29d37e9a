/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static dev.onkey.hibernate.Outcome.CREATED;
import static dev.onkey.hibernate.Outcome.UNCHANGED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onkey.hibernate.TestFactory;
import dev.onkey.hibernate.Upserted;
import dev.onkey.hibernate.model.Account;
import dev.onkey.hibernate.model.Country;
import dev.onkey.hibernate.model.Event;
import dev.onkey.hibernate.model.Tenant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GetOrCreateTest {

    private static TestFactory factory;
    private static Jdbc jdbc;

    @BeforeAll
    static void start() {
        factory = TestFactory.of("get_or_create", Tenant.class, Account.class, Event.class, Country.class)
                .build();
        jdbc = new Jdbc(factory.url());
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
    @DisplayName("absent row inserted with its id")
    void insertsAnAbsentRowAndReturnsItManagedWithItsId() {
        Tenant created = factory.sessions().fromTransaction(session -> {
            Tenant tenant = Upserts.in(session).getOrCreate(new Tenant("absent"));
            assertThat(session.contains(tenant)).isTrue();
            tenant.title = "flushed";
            return tenant;
        });

        assertThat(jdbc.row("select id, title from Tenant where code = 'absent'"))
                .isEqualTo(created.id + "|flushed");
    }

    @Test
    @DisplayName("Existing row returned, nothing written")
    void returnsAnExistingRowAndWritesNothing() {
        Tenant first = factory.sessions()
                .fromTransaction(session -> Upserts.in(session).getOrCreate(new Tenant("there")));
        factory.statements().clear();

        Tenant candidate = new Tenant("there");
        candidate.title = "never overwrites";
        Upserted<Tenant> second = factory.sessions()
                .fromTransaction(session -> Upserts.in(session).getOrInsert(candidate));

        assertThat(second.outcome()).isEqualTo(UNCHANGED);
        assertThat(second.entity().id).isEqualTo(first.id);
        assertThat(second.entity().title).isNull();
        assertThat(candidate.id).isNull();
        assertThat(factory.statements()).hasSize(1).first().asString().startsWith("select");
        Tenant next = factory.sessions()
                .fromTransaction(session -> Upserts.in(session).getOrCreate(new Tenant("next")));
        assertThat(next.id).as("a hit burns no id").isEqualTo(first.id + 1);
    }

    @Test
    @DisplayName("a second call returns the same row")
    void recognisesACompositeKeyWithAnAssociation() {
        factory.sessions().inTransaction(session -> {
            Upserts upserts = Upserts.in(session);
            Tenant one = upserts.getOrCreate(new Tenant("one"));
            Tenant two = upserts.getOrCreate(new Tenant("two"));

            Account account = upserts.getOrCreate(new Account(one, "a@x.org"));

            assertThat(upserts.getOrCreate(new Account(one, "a@x.org"))).isSameAs(account);
            assertThat(upserts.getOrCreate(new Account(two, "a@x.org"))).isNotSameAs(account);
        });
    }

    @Test
    void recognisesAnAssignedIdentifier() {
        factory.sessions().inTransaction(session -> {
            Upserted<Event> first = Upserts.in(session).getOrInsert(new Event("r1", "first"));
            Upserted<Event> second = Upserts.in(session).getOrInsert(new Event("r1", "second"));

            assertThat(first.outcome()).isEqualTo(CREATED);
            assertThat(second.outcome()).isEqualTo(UNCHANGED);
            assertThat(second.entity()).isSameAs(first.entity());
            assertThat(second.entity().payload).isEqualTo("first");
        });
    }

    @Test
    @DisplayName("the candidate's other attributes never overwrite an existing row")
    void keepsTheStoredIdentifierWhereTheKeyIsAnother() {
        UUID id = UUID.randomUUID();
        factory.sessions().inTransaction(session -> {
            Upserts.in(session).getOrCreate(new Country(id, "SJ", "Svalbard"));
            Country again = Upserts.in(session).getOrCreate(new Country(UUID.randomUUID(), "SJ", "Jan Mayen"));

            assertThat(again.id).isEqualTo(id);
            assertThat(again.name).isEqualTo("Svalbard");
        });
    }

    @Test
    void seesWhatThePersistenceContextHasNotFlushed() {
        factory.sessions().inTransaction(session -> {
            Event pending = new Event("pending", null);
            session.persist(pending);

            assertThat(Upserts.in(session).getOrCreate(new Event("pending", "other")))
                    .isSameAs(pending);
        });
    }

    @Test
    void findsAKeyThatIsEqualOnlyToTheCollation() {
        factory.sessions().inTransaction(session -> {
            Tenant first = Upserts.in(session).getOrCreate(new Tenant("Zoë"));

            Tenant same = Upserts.in(session).getOrCreate(new Tenant("ZOE"));

            assertThat(same).isSameAs(first);
            assertThat(same.code).isEqualTo("Zoë");
        });
    }

    @Test
    void createsWithThreeStatementsAtMost() {
        factory.sessions().inTransaction(session -> Upserts.in(session).getOrCreate(new Tenant("counted")));

        assertThat(factory.statements()).hasSize(3);
    }
}
