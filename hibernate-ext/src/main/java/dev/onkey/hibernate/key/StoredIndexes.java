/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.key;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.jspecify.annotations.Nullable;

/** Reads a table's unique indexes from the database. */
public final class StoredIndexes {

    private static final int TIMEOUT_SECONDS = 5;
    private static final String SELECT = "select table_name, index_name, column_name, sub_part"
            + " from information_schema.statistics where non_unique = 0 and table_name = ? and table_schema = ";

    private StoredIndexes() {}

    /** All that the database has on the table, in terms of its entity; read on a connection that is taken for it and given back. */
    public static List<MappedKey> of(MappedTable table, ConnectionProvider connections) throws SQLException {
        Connection connection = connections.getConnection();
        try {
            return of(table, connection);
        } finally {
            try {
                if (!connection.getAutoCommit()) {
                    // or the next one to get it would see the data as of now
                    connection.rollback();
                }
            } finally {
                connections.closeConnection(connection);
            }
        }
    }

    /** All that the database has on the table, in terms of its entity. */
    public static List<MappedKey> of(MappedTable table, Connection connection) throws SQLException {
        String schema = table.schema();
        String sql = SELECT + (schema == null ? "database()" : "?") + " order by table_name, index_name, seq_in_index";
        // by table: where names are the same in upper and lower case, the server may have both
        Map<String, Map<String, List<Part>>> found = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            statement.setString(1, table.name());
            if (schema != null) {
                statement.setString(2, schema);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.computeIfAbsent(rows.getString(1), name -> new LinkedHashMap<>())
                            .computeIfAbsent(rows.getString(2), index -> new ArrayList<>())
                            .add(new Part(rows.getString(3), rows.getObject(4) == null));
                }
            }
        }
        Map<String, List<Part>> indexes =
                found.size() == 1 ? found.values().iterator().next() : found.getOrDefault(table.name(), Map.of());
        List<MappedKey> keys = new ArrayList<>();
        indexes.forEach((index, parts) -> keys.add(key(table, index, parts)));
        return keys;
    }

    private static MappedKey key(MappedTable table, String index, List<Part> parts) {
        List<String> columns =
                parts.stream().map(Part::column).filter(Objects::nonNull).toList();
        // the columns beside an expression do not make up the key
        boolean complete = columns.size() == parts.size();
        return table.key(index, complete ? columns : List.of(), parts.stream().allMatch(Part::whole));
    }

    /**
     * A part of an index.
     *
     * @param column its column, or null for an expression
     * @param whole whether it is the whole column, and not the beginning of its values
     */
    private record Part(@Nullable String column, boolean whole) {}
}
