/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.onkey.hibernate.Outcome;
import dev.onkey.hibernate.TestFactory;
import dev.onkey.samples.mysql.MySqlServer;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import org.hibernate.HibernateException;
import org.junit.jupiter.api.Test;

/** MySQLDialect takes MySQL 5.7 for 8.0, whose locking reads that one does not understand. */
class UnlockableEntityTest {

    @Test
    void anEntityThatOnlySuchAReadCouldReadIsReadOrTheCureIsNamed() {
        try (TestFactory factory = TestFactory.of("unlockable", Cell.class).build()) {
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
