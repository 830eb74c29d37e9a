/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.onkey.hibernate.Outcome;
import dev.onkey.hibernate.TestFactory;
import dev.onkey.hibernate.model.Tenant;
import dev.onkey.samples.mysql.MySqlServer;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.util.function.Supplier;
import org.hibernate.HibernateException;
import org.junit.jupiter.api.Test;

/** MySQLDialect takes MySQL 5.7 for 8.0, whose locking reads that one does not understand. */
class UnlockableEntityTest {

    @Test
    void anEntityThatOnlySuchAReadCouldReadIsReadOrTheCureIsNamed() {
        try (TestFactory factory = withMySqlDialect("unlockable", Cell.class)) {
            assertThat(upsert(factory)).isEqualTo(Outcome.CREATED);

            Object again = MySqlServer.shared().version().startsWith("5.7")
                    ? catchThrowable(() -> upsert(factory))
                    : upsert(factory);

            if (again instanceof Throwable refused) {
                assertThat(refused)
                        .isInstanceOf(HibernateException.class)
                        .hasMessageContaining("A row of Cell exists")
                        .hasMessageContaining("MySQLLegacyDialect");
            } else {
                assertThat(again).isEqualTo(Outcome.UNCHANGED);
            }
        }
    }

    @Test
    void anEntityWithAnIdOfOneColumnIsReadPastTheSnapshot() {
        try (TestFactory factory = withMySqlDialect("lockable", Tenant.class)) {
            Supplier<Outcome> upsert = () -> factory.sessions()
                    .fromTransaction(session ->
                            Upserts.in(session).upsert(new Tenant("acme")).outcome());

            assertThat(upsert.get()).isEqualTo(Outcome.CREATED);
            assertThat(upsert.get()).isEqualTo(Outcome.UNCHANGED);
        }
    }

    /** What Hibernate itself takes every MySQL for. */
    private static TestFactory withMySqlDialect(String database, Class<?> entity) {
        TestFactory.Builder builder = TestFactory.of(database, entity);
        if (MySqlServer.shared().version().startsWith("5.7")) {
            builder.set("hibernate.dialect", "org.hibernate.dialect.MySQLDialect");
        }
        return builder.build();
    }

    private static Outcome upsert(TestFactory factory) {
        return factory.sessions()
                .fromTransaction(
                        session -> Upserts.in(session).upsert(new Cell(1, 2)).outcome());
    }

    @Embeddable
    record Position(int x, int y) {}

    @Entity(name = "Cell")
    static class Cell {
        @EmbeddedId
        Position position;

        int height;

        protected Cell() {}

        Cell(int x, int y) {
            this.position = new Position(x, y);
        }
    }
}
