/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.onkey.hibernate.DuplicateEntityException;
import dev.onkey.hibernate.TestFactory;
import dev.onkey.hibernate.matrix.Columns.Indexed;
import dev.onkey.hibernate.matrix.Columns.Inline;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** The server counts what the failed transaction's connection sends. */
class NoExtraStatementTest {

    private record Attempt(long sent, DuplicateEntityException duplicate) {}

    @Test
    void aDuplicateCostsTheStatementThatFailed() {
        try (TestFactory factory = TestFactory.of("dup_count", Inline.class).build()) {
            factory.sessions().inTransaction(session -> session.persist(new Inline(1, 1)));
            assertNothingIsAdded(
                    factory,
                    new Inline(2, 2),
                    "insert into Inline (id, email) values (3, 'e1')",
                    new Inline(3, 1),
                    Inline.class);
        }
    }

    @Test
    void aLookUpIsNotSentHere() {
        try (TestFactory factory = TestFactory.of("dup_count", Indexed.class).build()) {
            factory.sessions().inTransaction(session -> {
                session.persist(new Indexed(1, 1));
                session.createNativeMutationQuery("drop index ux_same on Indexed")
                        .executeUpdate();
                session.createNativeMutationQuery("create unique index migrated on Indexed (code)")
                        .executeUpdate();
            });
            assertNothingIsAdded(
                    factory,
                    new Indexed(2, 2),
                    "insert into Indexed (id, code) values (3, 1)",
                    new Indexed(3, 1),
                    Indexed.class);
        }
    }

    private static void assertNothingIsAdded(
            TestFactory factory, Object first, String sql, Object colliding, Class<?> entity) {
        try (Session session = factory.sessions().openSession()) {
            session.beginTransaction();
            // the first write of a connection may cost the driver a question of its own
            session.persist(first);
            session.flush();

            Attempt byHand = attempt(
                    session,
                    () -> session.doWork(connection -> {
                        try (Statement statement = connection.createStatement()) {
                            statement.executeUpdate(sql);
                        }
                    }));
            session.persist(colliding);
            Attempt byFlush = attempt(session, session::flush);

            assertThat(byHand.sent).isPositive();
            assertThat(byFlush.sent).isEqualTo(byHand.sent);
            assertThat(byFlush.duplicate.entityType()).isEqualTo(entity);
            session.getTransaction().rollback();
        }
    }

    private static Attempt attempt(Session session, Runnable work) {
        long before = questions(session);
        Throwable thrown = catchThrowable(work::run);
        return new Attempt(
                questions(session) - before - 1,
                DuplicateEntityException.findIn(thrown).orElseThrow());
    }

    private static long questions(Session session) {
        return session.doReturningWork(NoExtraStatementTest::questions);
    }

    private static long questions(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show session status like 'Questions'")) {
            row.next();
            return row.getLong(2);
        }
    }
}
