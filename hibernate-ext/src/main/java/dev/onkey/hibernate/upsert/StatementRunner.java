/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.hibernate.engine.jdbc.spi.JdbcCoordinator;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/** Runs statements on the session's connection, through Hibernate's own preparation, logging and conversion of errors. */
final class StatementRunner {

    private final String written;
    private final SharedSessionContractImplementor session;
    private final JdbcCoordinator jdbc;

    /**
     * For a session.
     *
     * @param written what is written, for messages
     */
    StatementRunner(String written, SharedSessionContractImplementor session) {
        this.written = written;
        this.session = session;
        this.jdbc = session.getJdbcCoordinator();
    }

    <R extends @Nullable Object> R run(String sql, Work<R> work) {
        PreparedStatement statement =
                jdbc.getStatementPreparer().prepareStatement(sql, Statement.RETURN_GENERATED_KEYS);
        try {
            return work.on(statement);
        } catch (SQLException e) {
            // not through the helper, which would log it: it is the caller's to log
            throw session.getJdbcServices()
                    .getSqlExceptionHelper()
                    .getSqlExceptionConverter()
                    .convert(e, "could not write " + written + " [" + e.getMessage() + "]", sql);
        } finally {
            jdbc.getLogicalConnection().getResourceRegistry().release(statement);
            jdbc.afterStatementExecution();
        }
    }

    @FunctionalInterface
    interface Work<R extends @Nullable Object> {
        R on(PreparedStatement statement) throws SQLException;
    }
}
