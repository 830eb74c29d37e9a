/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static dev.onkey.hibernate.Outcome.UNCHANGED;
import static dev.onkey.hibernate.Outcome.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.onkey.hibernate.TestFactory;
import dev.onkey.hibernate.Upserted;
import dev.onkey.hibernate.model.Country;
import dev.onkey.hibernate.model.Tenant;
import java.sql.Connection;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Our transaction's snapshot is older than the row that another one commits. */
class RepeatableReadTest {

    private static TestFactory factory;
    private static Jdbc jdbc;

    @BeforeAll
    static void start() {
        factory = TestFactory.of("repeatable_read", Tenant.class, Country.class)
                .set("hibernate.connection.isolation", Connection.TRANSACTION_REPEATABLE_READ)
                .build();
        jdbc = new Jdbc(factory.url());
    }

    @AfterAll
    static void stop() {
        factory.close();
    }

    @Test
    @DisplayName("the RR duel: our snapshot is older than the winner's commit")
    void getOrCreateReturnsARowThatTheSnapshotDoesNotShow() {
        duel(() -> jdbc.execute("insert into Tenant (code, title) values ('duel', 'theirs')"), session -> {
            Upserted<Tenant> got = Upserts.in(session).getOrInsert(new Tenant("duel"));
            assertThat(got.outcome()).isEqualTo(UNCHANGED);
            assertThat(got.entity().title).isEqualTo("theirs");
        });
    }

    @Test
    void getOrCreateReturnsItWhereTheIdIsAssignedToo() {
        UUID theirs = UUID.randomUUID();
        duel(
                () -> factory.sessions().inTransaction(session -> session.persist(new Country(theirs, "NO", "Norway"))),
                session -> {
                    Upserted<Country> got =
                            Upserts.in(session).getOrInsert(new Country(UUID.randomUUID(), "NO", "Noreg"));
                    assertThat(got.outcome()).isEqualTo(UNCHANGED);
                    assertThat(got.entity().id).isEqualTo(theirs);
                });
    }

    @Test
    void upsertReturnsWhatIsStored() {
        duel(() -> jdbc.execute("insert into Tenant (code, title) values ('upserted', 'theirs')"), session -> {
            Tenant ours = new Tenant("upserted");
            ours.title = "ours";
            Upserted<Tenant> upserted = Upserts.in(session).upsert(ours);
            assertThat(upserted.outcome()).isEqualTo(UPDATED);
            assertThat(upserted.entity().title).isEqualTo("ours");
        });
    }

    @Test
    void aManagedInstanceIsBroughtPastTheSnapshot() {
        jdbc.execute("insert into Tenant (code, title) values ('managed', 'old')");
        duel(() -> jdbc.execute("update Tenant set title = 'theirs' where code = 'managed'"), session -> {
            Tenant managed = Upserts.in(session).getOrCreate(new Tenant("managed"));
            assertThat(managed.title).isEqualTo("old");
            Tenant same = new Tenant("managed");
            same.title = "theirs";
            Upserted<Tenant> upserted = Upserts.in(session).upsert(same);
            assertThat(upserted.outcome()).isEqualTo(UNCHANGED);
            assertThat(upserted.entity()).isSameAs(managed);
            assertThat(managed.title).isEqualTo("theirs");
        });
    }

    @Test
    void staysPastTheSnapshotHoweverOftenItIsAsked() {
        UUID id = UUID.randomUUID();
        factory.sessions().inTransaction(session -> session.persist(new Country(id, "YU", "old")));
        duel(() -> jdbc.execute("update Country set code = 'RS', name = 'new' where code = 'YU'"), session -> {
            for (int i = 0; i < 2; i++) {
                Upserted<Country> upserted = Upserts.in(session).upsert(new Country(id, "RS", "new"));
                assertThat(upserted.outcome()).isEqualTo(UNCHANGED);
                assertThat(upserted.entity().code).isEqualTo("RS");
                assertThat(Upserts.in(session).getOrCreate(new Country(id, "RS", "new")).code)
                        .isEqualTo("RS");
            }
        });
    }

    /** Opens our snapshot, lets the other side commit, then goes on. */
    private static void duel(Runnable other, Consumer<Session> ours) {
        Runnable duel = () -> factory.sessions().inTransaction(session -> {
            session.createSelectionQuery("select count(*) from Tenant", Long.class)
                    .getSingleResult();
            session.createSelectionQuery("select count(*) from Country", Long.class)
                    .getSingleResult();
            other.run();
            ours.accept(session);
        });
        if (refusesToPassTheSnapshot()) {
            // the server rolls the transaction back rather than let it see past its snapshot; a retry then sees the row
            assertThat(catchThrowable(duel::run))
                    .rootCause()
                    .hasMessageContaining("Record has changed since last read");
        } else {
            duel.run();
        }
    }

    private static boolean refusesToPassTheSnapshot() {
        return jdbc.row("show variables like 'innodb_snapshot_isolation'").endsWith("ON");
    }
}
