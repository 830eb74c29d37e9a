/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.upsert.Column.Role;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.hibernate.engine.jdbc.spi.JdbcCoordinator;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/** Runs the statements of a plan on the session's connection, through Hibernate's own preparation and logging. */
final class Statements {

    private final UpsertPlan plan;
    private final MappedEntity entity;
    private final SharedSessionContractImplementor session;
    private final JdbcCoordinator jdbc;

    Statements(UpsertPlan plan, SharedSessionContractImplementor session) {
        this.plan = plan;
        this.entity = plan.entity();
        this.session = session;
        this.jdbc = session.getJdbcCoordinator();
    }

    /** Runs a guarded statement. */
    Answer write(String sql, @Nullable Object[] row) throws SQLException {
        return run(sql, statement -> {
            execute(statement, row);
            long count = plan.counts().read(statement);
            return new Answer(count, reportedKey(statement));
        });
    }

    /** Inserts the row as it is; returns the id that the server made for it, if it made one. */
    long insert(@Nullable Object[] row) throws SQLException {
        return run(plan.insert(), statement -> {
            execute(statement, row);
            return entity.shape().autoIncrement() ? reportedKey(statement) : 0;
        });
    }

    /** Reads the id of the stored row by the natural key of this one. */
    Object selectId(@Nullable Object[] row) throws SQLException {
        return run(plan.selectId(), statement -> {
            List<Column> columns = entity.shape().columns();
            int parameter = 0;
            for (int i = 0; i < row.length; i++) {
                if (columns.get(i).role() == Role.KEY) {
                    entity.bind(statement, ++parameter, i, row[i], session);
                }
            }
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return entity.id(result, session);
            }
        });
    }

    private void execute(PreparedStatement statement, @Nullable Object[] row) throws SQLException {
        for (int i = 0; i < row.length; i++) {
            entity.bind(statement, i + 1, i, row[i], session);
        }
        // executeUpdate() would invent a second key for a changed row
        statement.execute();
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

    private <R> R run(String sql, Work<R> work) throws SQLException {
        PreparedStatement statement =
                jdbc.getStatementPreparer().prepareStatement(sql, Statement.RETURN_GENERATED_KEYS);
        try {
            return work.on(statement);
        } finally {
            jdbc.getLogicalConnection().getResourceRegistry().release(statement);
            jdbc.afterStatementExecution();
        }
    }

    @FunctionalInterface
    private interface Work<R> {
        R on(PreparedStatement statement) throws SQLException;
    }
}
