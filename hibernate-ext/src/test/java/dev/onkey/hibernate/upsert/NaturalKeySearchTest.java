/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.onkey.hibernate.TestFactory;
import dev.onkey.hibernate.model.Account;
import dev.onkey.hibernate.model.Event;
import dev.onkey.hibernate.model.Reading;
import dev.onkey.hibernate.model.Tenant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Entities found and made by key values. */
class NaturalKeySearchTest {

    private static TestFactory factory;
    private static Jdbc jdbc;
    private static Tenant tenant;

    @BeforeAll
    static void start() {
        factory = TestFactory.of("key_search", Tenant.class, Account.class, Event.class, Reading.class)
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
    void oneAccount() {
        jdbc.execute("delete from Account");
        factory.sessions()
                .inTransaction(session -> Upserts.in(session).upsert(new Account(tenant, "a@x.org").name("A")));
        factory.statements().clear();
    }

    @Test
    void findsByTheValuesOfTheKey() {
        factory.sessions().inTransaction(session -> {
            Upserts upserts = Upserts.in(session);
            assertThat(upserts.findByNaturalKey(Account.class, key("A@X.ORG")))
                    .hasValueSatisfying(account -> assertThat(account.name).isEqualTo("A"));
            assertThat(upserts.findByNaturalKey(Account.class, key("b@x.org"))).isEmpty();
            assertThat(upserts.findByNaturalKey(Event.class, Map.of("reference", "none")))
                    .isEmpty();
        });
    }

    @Test
    @DisplayName("natural key with an association, composite, embedded")
    void findsByAnAttributeInsideAnEmbedded() {
        factory.sessions().inTransaction(session -> {
            Upserts upserts = Upserts.in(session);
            Reading reading = upserts.getOrCreate(new Reading("8001", LocalDate.EPOCH));

            assertThat(upserts.getOrCreate(new Reading("8001", LocalDate.EPOCH)))
                    .isSameAs(reading);
            assertThat(upserts.findByNaturalKey(Reading.class, Map.of("place.zip", "8001", "day", LocalDate.EPOCH)))
                    .containsSame(reading);
        });
    }

    @Test
    @DisplayName("a supplier of defaults is not called on a hit")
    void doesNotCallTheSupplierOnAHit() {
        factory.sessions()
                .inTransaction(session -> assertThat(Upserts.in(session)
                                .getOrCreate(Account.class, key("a@x.org"), () -> fail("called"))
                                .name)
                        .isEqualTo("A"));

        assertThat(factory.statements()).hasSize(1);
    }

    @Test
    @DisplayName("a supplier of defaults is called at most once otherwise, the race included")
    void callsTheSupplierOnce() {
        AtomicInteger calls = new AtomicInteger();
        Account created = factory.sessions()
                .fromTransaction(session -> Upserts.in(session).getOrCreate(Account.class, key("new@x.org"), () -> {
                    calls.incrementAndGet();
                    return new Account(tenant, "new@x.org").name("default");
                }));
        assertThat(created.name).isEqualTo("default");
        assertThat(calls).hasValue(1);

        if (refusesToPassTheSnapshot()) {
            return;
        }
        Account raced = factory.sessions()
                .fromTransaction(session -> Upserts.in(session).getOrCreate(Account.class, key("raced@x.org"), () -> {
                    calls.incrementAndGet();
                    jdbc.execute("insert into Account (tenant_id, email, name, logins, version) values (" + tenant.id
                            + ", 'raced@x.org', 'winner', 0, 0)");
                    return new Account(tenant, "raced@x.org").name("loser");
                }));
        assertThat(raced.name).isEqualTo("winner");
        assertThat(calls).hasValue(2);
    }

    @Test
    @DisplayName("a lost race costs at most three statements")
    void aLostRaceCostsThreeStatements() {
        assumeFalse(factory.insertsFirst() || refusesToPassTheSnapshot());
        factory.sessions()
                .inTransaction(session -> Upserts.in(session).getOrCreate(Account.class, key("raced@x.org"), () -> {
                    jdbc.execute("insert into Account (tenant_id, email, logins, version) values (" + tenant.id
                            + ", 'raced@x.org', 0, 0)");
                    return new Account(tenant, "raced@x.org");
                }));

        assertThat(factory.statements()).hasSize(3);
    }

    @Test
    void refusesACandidateWithAnotherKey() {
        assertThatThrownBy(() -> factory.sessions()
                        .inTransaction(session -> Upserts.in(session)
                                .getOrCreate(Account.class, key("b@x.org"), () -> new Account(tenant, "c@x.org"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has another 'email' than it is searched by");
    }

    @Test
    @DisplayName("unknown attribute names: one error that lists all of them")
    void refusesWhatIsNotTheNaturalKey() {
        Map<String, Object> wrong = new HashMap<>();
        wrong.put("mail", "a");
        wrong.put("tennant", "b");
        wrong.put("name", "c");
        wrong.put("email", null);

        assertThatThrownBy(() -> factory.sessions()
                        .inTransaction(session -> Upserts.in(session).findByNaturalKey(Account.class, wrong)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Account is recognised by its natural key [tenant, email]")
                .hasMessageContaining("it has no attribute 'mail'")
                .hasMessageContaining("it has no attribute 'tennant'")
                .hasMessageContaining("'name' is not part of it")
                .hasMessageContaining("'email' is null");
        assertThat(factory.statements()).isEmpty();
    }

    @Test
    void refusesAnIncompleteKey() {
        assertThatThrownBy(() -> factory.sessions()
                        .inTransaction(session ->
                                Upserts.in(session).findByNaturalKey(Account.class, Map.of("email", "a@x.org"))))
                .hasMessageContaining("the values of [tenant] are missing");
    }

    @Test
    @DisplayName("the parent not yet persisted: clear error before any SQL")
    void refusesATransientParent() {
        Tenant fresh = new Tenant("fresh");
        assertThatThrownBy(() -> factory.sessions()
                        .inTransaction(session -> Upserts.in(session)
                                .findByNaturalKey(Account.class, Map.of("tenant", fresh, "email", "a"))))
                .hasMessageContaining("Account.tenant refers to a transient");
        assertThatThrownBy(() -> factory.sessions()
                        .inTransaction(session -> Upserts.in(session).getOrCreate(new Account(fresh, "a"))))
                .hasMessageContaining("Account.tenant refers to a transient");
        assertThat(factory.statements()).isEmpty();
    }

    /** MariaDB from 11.6 on answers such a race with error 1020, and the transaction is to be run again. */
    private static boolean refusesToPassTheSnapshot() {
        return jdbc.row("show variables like 'innodb_snapshot_isolation'").endsWith("ON");
    }

    private static Map<String, Object> key(String email) {
        return Map.of("tenant", tenant, "email", email);
    }
}
