/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.onkey.hibernate.DuplicateEntityException;
import dev.onkey.hibernate.TestFactory;
import dev.onkey.hibernate.matrix.Columns.Inline;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** The server counts what the failed transaction's connection sends. */
class NoExtraStatementTest {

    @Test
    void aDuplicateCostsTheStatementThatFailed() {
        try (TestFactory factory = TestFactory.of("dup_count", Inline.class).build();
                Session session = factory.sessions().openSession()) {
            factory.sessions().inTransaction(each -> each.persist(new Inline(1, 1)));
            session.beginTransaction();
            // the first write of a connection may cost the driver a question of its own
            session.persist(new Inline(2, 2));
            session.flush();

            long byHand = sentBy(
                    session,
                    () -> session.doWork(connection -> {
                        try (Statement statement = connection.createStatement()) {
                            statement.executeUpdate("insert into Inline (id, email) values (3, 'e1')");
                        }
                    }));
            session.persist(new Inline(3, 1));
            long byFlush = sentBy(session, session::flush);

            assertThat(byHand).isPositive();
            assertThat(byFlush).isEqualTo(byHand);
            session.getTransaction().rollback();
        }
    }

    private static long sentBy(Session session, Runnable work) {
        long before = questions(session);
        Throwable thrown = catchThrowable(work::run);
        assertThat(DuplicateEntityException.findIn(thrown)).isPresent();
        return questions(session) - before - 1;
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
