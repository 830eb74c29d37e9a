/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static dev.onkey.hibernate.Outcome.CREATED;
import static dev.onkey.hibernate.Outcome.UNCHANGED;
import static dev.onkey.hibernate.Outcome.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onkey.hibernate.TestFactory;
import dev.onkey.hibernate.Upserted;
import dev.onkey.hibernate.UpsertedRow;
import dev.onkey.hibernate.model.Account;
import dev.onkey.hibernate.model.Event;
import dev.onkey.hibernate.model.Tenant;
import jakarta.persistence.TransactionRequiredException;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StatelessSessionTest {

    private static TestFactory factory;
    private static Jdbc jdbc;

    @BeforeAll
    static void start() {
        factory = TestFactory.of("stateless", Tenant.class, Account.class, Event.class, Part.class)
                .set("hibernate.connection.isolation", Connection.TRANSACTION_REPEATABLE_READ)
                .build();
        jdbc = new Jdbc(factory.url());
        jdbc.execute("alter table Part algorithm = copy,"
                + " modify code varchar(20) character set utf8mb4 collate utf8mb4_unicode_520_ci not null");
    }

    @AfterAll
    static void stop() {
        factory.close();
    }

    @Test
    void doesAllThatASessionDoes() {
        in(session -> {
            Upserts upserts = Upserts.in(session);
            Tenant tenant = upserts.getOrCreate(new Tenant("acme"));
            assertThat(upserts.getOrCreate(new Tenant("ACME")).id).isEqualTo(tenant.id);

            Upserted<Account> created = upserts.upsert(new Account(tenant, "a@x.org").name("A"));
            Upserted<Account> updated = upserts.upsert(new Account(tenant, "a@x.org").name("B"));
            assertThat(created.outcome()).isEqualTo(CREATED);
            assertThat(updated.outcome()).isEqualTo(UPDATED);
            assertThat(updated.entity().name).isEqualTo("B");
            assertThat(updated.entity().version).isEqualTo(1);
            assertThat(updated.entity().id).isEqualTo(created.entity().id);

            assertThat(upserts.findByNaturalKey(Account.class, Map.of("tenant", tenant, "email", "a@x.org")))
                    .isPresent();
            assertThat(upserts.insertIfAbsent(new Event("r", "1"))).isEqualTo(new UpsertedRow("r", CREATED));
            assertThat(upserts.upsertAll(List.of(new Event("r", "1"))))
                    .containsExactly(new UpsertedRow("r", UNCHANGED));
        });
    }

    @Test
    @DisplayName("what a stateless session has batched is written before, and is not lost")
    void whatIsBatchedIsNotLost() {
        in(session -> {
            session.setJdbcBatchSize(20);
            session.insert(new Tenant("batched"));
            // whose first pass is taken back
            Upserts.in(session).insertAllIfAbsent(List.of(new Part("æther").name("first"), new Part("aether")));
        });

        assertThat(jdbc.number("select count(*) from Tenant where code = 'batched'"))
                .isEqualTo(1);
        assertThat(jdbc.row("select name from Part")).isEqualTo("first");
    }

    @Test
    void returnsARowThatTheSnapshotDoesNotShow() {
        boolean refusesToPassTheSnapshot =
                jdbc.row("show variables like 'innodb_snapshot_isolation'").endsWith("ON");
        org.junit.jupiter.api.Assumptions.assumeFalse(refusesToPassTheSnapshot, "it is answered by error 1020");
        in(session -> {
            session.createNativeQuery("select count(*) from Tenant", Long.class).getSingleResult();
            jdbc.execute("insert into Tenant (code, title) values ('duel', 'theirs')");

            assertThat(Upserts.in(session).getOrCreate(new Tenant("duel")).title)
                    .isEqualTo("theirs");
        });
    }

    @Test
    void needsATransaction() {
        try (StatelessSession session = factory.sessions().openStatelessSession()) {
            assertThatThrownBy(() -> Upserts.in(session).getOrCreate(new Tenant("x")))
                    .isInstanceOf(TransactionRequiredException.class);
        }
    }

    private static void in(Consumer<StatelessSession> work) {
        try (StatelessSession session = factory.sessions().openStatelessSession()) {
            session.beginTransaction();
            work.accept(session);
            session.getTransaction().commit();
        }
    }
}
