/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.row.Column.Role;
import dev.onkey.hibernate.row.RowColumns;
import dev.onkey.hibernate.row.RowKey;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/** What is done to many rows in one statement. */
final class RowsJdbc {

    private final UpdateCounts counts;
    private final RowColumns columns;
    private final int idColumns;
    private final int keyColumns;
    private final SharedSessionContractImplementor session;
    private final StatementRunner runner;

    RowsJdbc(UpsertPlan plan, StatementRunner runner, SharedSessionContractImplementor session) {
        this.counts = plan.server().counts();
        this.columns = plan.entity().columns();
        this.idColumns = plan.entity().shape().idColumns().size();
        this.keyColumns = plan.entity().shape().in(Role.KEY).size();
        this.session = session;
        this.runner = runner;
    }

    /** Writes the rows; returns the update count of all of them. */
    long write(RowsSql sql, List<@Nullable Object[]> rows) {
        return runner.run(sql.text(rows.size()), statement -> {
            bind(statement, sql, rows);
            statement.execute();
            return counts.read(statement);
        });
    }

    /**
     * Inserts the rows; returns those whose ids the server has made, by their natural keys.
     *
     * <p>The server tells the first of the ids. That the others follow it is not promised where other statements insert at the same
     * time, so it only says where to look. And where the snapshot still shows a row that was deleted, a look by the key would find
     * that.
     */
    Map<RowKey, ReadRow> insert(RowsSql sql, String made, List<@Nullable Object[]> rows) {
        Long first = runner.<@Nullable Long>run(sql.text(rows.size()), statement -> {
            bind(statement, sql, rows);
            statement.execute();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                return keys.next() ? (Long) keys.getLong(1) : null;
            }
        });
        if (first == null) {
            return Map.of();
        }
        return runner.run(made, statement -> {
            statement.setLong(1, first);
            statement.setInt(2, rows.size());
            return read(statement, rows.size(), List.of());
        });
    }

    /**
     * Looks rows up.
     *
     * @param failed is told those for which the statement fails, as where a key has characters that its column cannot hold
     */
    Map<RowKey, ReadRow> find(RowsSql sql, List<Candidate> rows, Consumer<Candidate> failed) {
        Map<RowKey, ReadRow> found = new HashMap<>(rows.size() * 2);
        Splitting.run(rows, part -> found.putAll(read(sql, values(part), List.of())), failed);
        return found;
    }

    /** Whether none of the rows is there, as far as can be asked. */
    boolean areAbsent(RowsSql sql, List<Candidate> rows) {
        return find(sql, rows, failed -> {}).isEmpty();
    }

    /** Looks rows up; by their natural keys, as these are stored. */
    Map<RowKey, ReadRow> read(RowsSql sql, List<@Nullable Object[]> rows, List<Integer> held) {
        return runner.run(sql.text(rows.size()), statement -> {
            bind(statement, sql, rows);
            return read(statement, rows.size(), held);
        });
    }

    static List<@Nullable Object[]> values(List<Candidate> rows) {
        return rows.stream().map(each -> each.proposal().values()).toList();
    }

    private Map<RowKey, ReadRow> read(PreparedStatement statement, int most, List<Integer> held) throws SQLException {
        Map<RowKey, ReadRow> found = new HashMap<>(most * 2);
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                found.put(columns.key(result, idColumns + 1, session), row(result, held));
            }
        }
        return found;
    }

    private ReadRow row(ResultSet result, List<Integer> held) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(held.size());
        for (int column : held) {
            values.add(columns.reader(column).read(result, idColumns + keyColumns + values.size() + 1, session));
        }
        return new ReadRow(columns.idValues(result, session), values);
    }

    private void bind(PreparedStatement statement, RowsSql sql, List<@Nullable Object[]> rows) throws SQLException {
        PreparedStatement timestamps = TimestampsAsText.of(statement);
        int position = 1;
        for (@Nullable Object[] row : rows) {
            position = bind(statement, timestamps, position, sql.each(), row);
        }
        bind(statement, timestamps, position, sql.once(), rows.get(0));
    }

    private int bind(
            PreparedStatement statement,
            PreparedStatement timestamps,
            int from,
            List<Parameter> parameters,
            @Nullable Object[] row)
            throws SQLException {
        int position = from;
        for (Parameter parameter : parameters) {
            int column = parameter.column();
            Object value = parameter.source() == Parameter.Source.LITERAL
                    ? columns.bindable(column, parameter.literal())
                    : row[column];
            columns.bind(columns.isTimestamp(column) ? timestamps : statement, position++, column, value, session);
        }
        return position;
    }
}
