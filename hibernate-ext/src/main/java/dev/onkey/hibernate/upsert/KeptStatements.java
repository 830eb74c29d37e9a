/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hibernate.engine.jdbc.spi.JdbcCoordinator;
import org.hibernate.engine.spi.SharedSessionContractImplementor;

/**
 * Prepares the statements of one call, and keeps the last ones prepared for the chunks of rows to come: to read the text of a statement
 * for a thousand rows takes Connector/J as long as to fill in the rows.
 */
final class KeptStatements implements AutoCloseable {

    /** Those of two chunks that differ in size. */
    private static final int MOST = 8;

    private final SharedSessionContractImplementor session;
    private final JdbcCoordinator jdbc;
    private final int most;
    private final Map<String, PreparedStatement> kept = new LinkedHashMap<>();
    /** Whether somebody changes statements before they are prepared, maybe each time to something else. */
    private boolean changing;

    KeptStatements(SharedSessionContractImplementor session) {
        this(MOST, session);
    }

    private KeptStatements(int most, SharedSessionContractImplementor session) {
        this.most = most;
        this.session = session;
        this.jdbc = session.getJdbcCoordinator();
    }

    /** Closes each as soon as it has been run. */
    static KeptStatements none(SharedSessionContractImplementor session) {
        return new KeptStatements(0, session);
    }

    /** A statement that is ready to be filled in; the caller keeps or releases it. */
    PreparedStatement take(String sql) throws SQLException {
        PreparedStatement statement = kept.get(sql);
        if (statement != null) {
            boolean ready = !statement.isClosed() && isAsPreparedNow(statement, sql);
            kept.remove(sql);
            if (ready) {
                return statement;
            }
            release(statement);
        }
        return jdbc.getStatementPreparer().prepareStatement(sql, Statement.RETURN_GENERATED_KEYS);
    }

    /** Keeps a statement that has been run, without its values. */
    void keep(String sql, PreparedStatement statement) throws SQLException {
        if (most == 0) {
            release(statement);
            return;
        }
        statement.clearParameters();
        kept.put(sql, statement);
        if (kept.size() > most) {
            release(kept.remove(kept.keySet().iterator().next()));
        }
    }

    void release(PreparedStatement statement) {
        jdbc.getLogicalConnection().getResourceRegistry().release(statement);
        jdbc.afterStatementExecution();
    }

    @Override
    public void close() {
        kept.values().forEach(this::release);
        kept.clear();
    }

    /** Does what others can tell of Hibernate's preparing a statement; false if another statement would come of it. */
    private boolean isAsPreparedNow(PreparedStatement statement, String sql) throws SQLException {
        if (changing) {
            return false;
        }
        jdbc.executeBatch();
        String inspected = jdbc.getJdbcSessionOwner()
                .getJdbcSessionContext()
                .getStatementInspector()
                .inspect(sql);
        changing = inspected != null && !inspected.equals(sql);
        if (changing) {
            return false;
        }
        session.getJdbcServices().getSqlStatementLogger().logStatement(sql);
        int seconds = jdbc.determineRemainingTransactionTimeOutPeriod();
        if (seconds > 0) {
            statement.setQueryTimeout(seconds);
        }
        return true;
    }
}
