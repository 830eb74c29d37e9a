/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.mapping;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.metamodel.mapping.EntityIdentifierMapping;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.persister.entity.EntityPersister;

/** Rows as the server has them, byte by byte. */
final class StoredRows {

    private final EntityPersister persister;
    private final Set<String> keys;
    private final Set<String> generated = new HashSet<>();

    StoredRows(EntityPersister persister, Mapping<?> mapping) {
        this.persister = persister;
        this.keys = mapping.keys;
        generated.addAll(mapping.kept);
        generated.addAll(mapping.moved);
    }

    /** What two rows of the same data have in common. */
    Map<String, String> common(Session session, Object id) {
        Map<String, String> row = all(session, id);
        row.keySet().removeAll(keys);
        generated.forEach(column -> row.compute(column, (name, value) -> value == null ? "null" : "generated"));
        return row;
    }

    /** Every column. */
    Map<String, String> all(Session session, Object id) {
        return session.doReturningWork(connection -> {
            Map<String, String> columns = new LinkedHashMap<>();
            try (PreparedStatement statement =
                    connection.prepareStatement("select column_name, data_type from information_schema.columns"
                            + " where table_name = ? and table_schema = coalesce(?, database())")) {
                statement.setString(1, lastName());
                statement.setString(2, catalog());
                try (ResultSet result = statement.executeQuery()) {
                    while (result.next()) {
                        columns.put(result.getString(1), asBytes("`" + result.getString(1) + "`", result.getString(2)));
                    }
                }
            }
            return read((SessionImplementor) session, columns, id);
        });
    }

    /** Numbers with a fraction show their last digit only if they are double. */
    private static String asBytes(String column, String type) {
        return switch (type) {
            case "json" -> "cast(" + column + " as char)";
            case "float", "double" -> "cast(" + column + " * 1e0 as char)";
            default -> "hex(cast(" + column + " as binary))";
        };
    }

    private Map<String, String> read(SessionImplementor session, Map<String, String> columns, Object id)
            throws SQLException {
        EntityIdentifierMapping identifier = persister.getIdentifierMapping();
        List<String> conditions = new ArrayList<>();
        identifier.forEachSelectable((index, column) -> conditions.add(column.getSelectionExpression() + " = ?"));
        String sql = "select " + String.join(", ", columns.values()) + " from " + table() + " where "
                + String.join(" and ", conditions);
        try (PreparedStatement statement = session.getJdbcCoordinator()
                .getLogicalConnection()
                .getPhysicalConnection()
                .prepareStatement(sql)) {
            List<Object> values = new ArrayList<>();
            identifier.breakDownJdbcValues(
                    id,
                    (index, value, column) -> {
                        values.add(value);
                        bind(statement, values.size(), value, column.getJdbcMapping(), session);
                    },
                    session);
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next()) {
                    throw new AssertionError("no row " + values + " in " + table());
                }
                Map<String, String> row = new LinkedHashMap<>();
                for (String column : columns.keySet()) {
                    row.put(column, result.getString(row.size() + 1));
                }
                return row;
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static void bind(
            PreparedStatement statement, int index, Object value, JdbcMapping type, SessionImplementor session) {
        try {
            type.getJdbcValueBinder().bind(statement, value, index, session);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String table() {
        return persister.getMappedTableDetails().getTableName();
    }

    private String lastName() {
        return names().get(names().size() - 1);
    }

    private String catalog() {
        return names().size() > 1 ? names().get(0) : null;
    }

    /** A qualified name with back ticks or without. */
    private List<String> names() {
        return Pattern.compile("`[^`]*`|[^.`]+")
                .matcher(table())
                .results()
                .map(part -> part.group().replace("`", ""))
                .toList();
    }
}
