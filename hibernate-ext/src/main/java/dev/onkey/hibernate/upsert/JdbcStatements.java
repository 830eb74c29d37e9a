/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.row.MappedEntity;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/** What is done to one row. */
final class JdbcStatements {

    private final UpdateCounts counts;
    private final MappedEntity entity;
    private final SharedSessionContractImplementor session;
    private final StatementRunner runner;

    JdbcStatements(UpsertPlan plan, StatementRunner runner, SharedSessionContractImplementor session) {
        this.counts = plan.server().counts();
        this.entity = plan.entity();
        this.session = session;
        this.runner = runner;
    }

    /** Runs a statement that inserts or finds; returns what it reports. */
    Answer write(Sql sql, @Nullable Object[] inserted, @Nullable Object[] updated) {
        return runner.run(sql.text(), statement -> {
            bind(statement, sql.parameters(), inserted, updated);
            // executeUpdate() would invent a second key for a changed row
            statement.execute();
            long count = counts.read(statement);
            return new Answer(count, reportedKey(statement));
        });
    }

    /** Inserts the row as it is; returns the id that the server made for it, if it made one. */
    long insert(Sql sql, @Nullable Object[] row) {
        return runner.run(sql.text(), statement -> {
            bind(statement, sql.parameters(), row, row);
            statement.execute();
            return entity.shape().autoIncrement() ? reportedKey(statement) : 0;
        });
    }

    /** Writes to a row that is known to exist; returns the update count. */
    long update(Sql sql, @Nullable Object[] row, @Nullable Object[] updated) {
        return runner.run(sql.text(), statement -> {
            bind(statement, sql.parameters(), row, updated);
            statement.execute();
            return counts.read(statement);
        });
    }

    /** Reads the id's columns of the stored row, by the values of this one; null if there is none. */
    @Nullable
    StoredRow selectId(Sql sql, @Nullable Object[] row) {
        return find(sql, row, row, result -> new StoredRow(entity.columns().idValues(result, session), true));
    }

    /** Reads the id's columns of the stored row, and behind them whether it is to be updated; null if there is no row. */
    @Nullable
    StoredRow lockId(Sql sql, @Nullable Object[] row, @Nullable Object[] updated) {
        int last = entity.shape().idColumns().size() + 1;
        return find(
                sql,
                row,
                updated,
                result -> new StoredRow(entity.columns().idValues(result, session), result.getBoolean(last)));
    }

    /** Whether a query has a result. */
    boolean exists(Sql sql, @Nullable Object[] row) {
        return find(sql, row, row, result -> Boolean.TRUE) != null;
    }

    private <R> @Nullable R find(Sql sql, @Nullable Object[] row, @Nullable Object[] updated, Reader<R> reader) {
        return runner.<@Nullable R>run(sql.text(), statement -> {
            bind(statement, sql.parameters(), row, updated);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? reader.read(result) : null;
            }
        });
    }

    private void bind(
            PreparedStatement statement,
            List<Parameter> parameters,
            @Nullable Object[] inserted,
            @Nullable Object[] updated)
            throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            int column = parameter.column();
            Object value = switch (parameter.source()) {
                case INSERTED -> inserted[column];
                case UPDATED -> updated[column];
                case LITERAL -> entity.columns().bindable(column, parameter.literal());
            };
            entity.columns().bind(statement, i + 1, column, value, session);
        }
    }

    private static long reportedKey(PreparedStatement statement) throws SQLException {
        try (ResultSet keys = statement.getGeneratedKeys()) {
            if (keys.next()) {
                return signed(keys);
            }
        }
        // a trigger on the table keeps the key out of the answer, though the session still has it
        try (Statement ask = statement.getConnection().createStatement();
                ResultSet key = ask.executeQuery("SELECT LAST_INSERT_ID()")) {
            key.next();
            return signed(key);
        }
    }

    /** Reads a BIGINT UNSIGNED, in which a negated id is the two's complement. */
    private static long signed(ResultSet number) throws SQLException {
        return number.getBigDecimal(1).toBigInteger().longValue();
    }

    @FunctionalInterface
    private interface Reader<R> {
        R read(ResultSet result) throws SQLException;
    }
}
