/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.key.MappedTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What the database says of a table. */
final class InformationSchema {

    private static final String TABLE =
            "select 1 from information_schema.tables where table_type = 'BASE TABLE' and table_name = ? and table_schema = ";
    private static final String TRIGGER =
            "select 1 from information_schema.triggers where event_object_table = ? and event_object_schema = ";

    private InformationSchema() {}

    /** Whether it is a table, and not a view or a temporary table. */
    static boolean isTable(MappedTable table, Connection connection) throws SQLException {
        return hasResult(TABLE, table, connection);
    }

    /** Whether it changes what is written to it, as far as the user may know. */
    static boolean hasTriggers(MappedTable table, Connection connection) throws SQLException {
        return hasResult(TRIGGER, table, connection);
    }

    private static boolean hasResult(String select, MappedTable table, Connection connection) throws SQLException {
        String schema = table.schema();
        try (PreparedStatement statement =
                connection.prepareStatement(select + (schema == null ? "database()" : "?"))) {
            statement.setString(1, table.name());
            if (schema != null) {
                statement.setString(2, schema);
            }
            try (ResultSet result = statement.executeQuery()) {
                return result.next();
            }
        }
    }
}
