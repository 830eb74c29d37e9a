/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.function.Supplier;
import org.hibernate.engine.spi.SharedSessionContractImplementor;

/** Takes back all that was written when not everything can be, and leaves the transaction as it was before. */
final class AllOrNothing {

    private AllOrNothing() {}

    static <R> R get(SharedSessionContractImplementor session, Supplier<R> writes) {
        // statements that wait in a batch were written before
        session.getJdbcCoordinator().executeBatch();
        Connection connection =
                session.getJdbcCoordinator().getLogicalConnection().getPhysicalConnection();
        Savepoint start = savepoint(connection, session);
        R result;
        try {
            result = writes.get();
        } catch (Throwable e) {
            // a stream may throw a checked exception as well: languages other than Java do not know them
            takeBack(connection, start, e);
            throw e;
        }
        try {
            connection.releaseSavepoint(start);
            return result;
        } catch (SQLException e) {
            throw converted(e, session);
        }
    }

    private static Savepoint savepoint(Connection connection, SharedSessionContractImplementor session) {
        try {
            return connection.setSavepoint();
        } catch (SQLException e) {
            throw converted(e, session);
        }
    }

    private static void takeBack(Connection connection, Savepoint start, Throwable cause) {
        try {
            connection.rollback(start);
        } catch (SQLException e) {
            // after a deadlock there is no savepoint any more: the server has taken back the whole transaction
            cause.addSuppressed(e);
        }
    }

    private static RuntimeException converted(SQLException e, SharedSessionContractImplementor session) {
        return session.getJdbcServices().getSqlExceptionHelper().convert(e, "could not keep a savepoint");
    }
}
