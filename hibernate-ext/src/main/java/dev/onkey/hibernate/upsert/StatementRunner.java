/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/** Runs statements on the session's connection, through Hibernate's own preparation, logging and conversion of errors. */
final class StatementRunner {

    private final String written;
    private final KeptStatements statements;
    private final SharedSessionContractImplementor session;

    /**
     * For a session.
     *
     * @param written what is written, for messages
     */
    StatementRunner(String written, SharedSessionContractImplementor session) {
        this(written, KeptStatements.none(session), session);
    }

    /** The same, with statements that are kept. */
    StatementRunner(String written, KeptStatements statements, SharedSessionContractImplementor session) {
        this.written = written;
        this.statements = statements;
        this.session = session;
    }

    <R extends @Nullable Object> R run(String sql, Work<R> work) {
        try {
            PreparedStatement statement = statements.take(sql);
            R result = run(statement, work);
            statements.keep(sql, statement);
            return result;
        } catch (SQLException e) {
            // not through the helper, which would log it: it is the caller's to log
            throw session.getJdbcServices()
                    .getSqlExceptionHelper()
                    .getSqlExceptionConverter()
                    .convert(e, "could not write " + written + " [" + e.getMessage() + "]", sql);
        }
    }

    private <R extends @Nullable Object> R run(PreparedStatement statement, Work<R> work) throws SQLException {
        try {
            return work.on(statement);
        } catch (SQLException | RuntimeException | Error e) {
            statements.release(statement);
            throw e;
        }
    }

    @FunctionalInterface
    interface Work<R extends @Nullable Object> {
        R on(PreparedStatement statement) throws SQLException;
    }
}
