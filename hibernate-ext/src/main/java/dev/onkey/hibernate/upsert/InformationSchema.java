/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.key.MappedTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the database says of a table. */
final class InformationSchema {

    private static final String TABLE =
            "select 1 from information_schema.tables where table_type = 'BASE TABLE' and table_name = ? and table_schema = ";
    private static final String TRIGGER =
            "select 1 from information_schema.triggers where event_object_table = ? and event_object_schema = ";

    /** NULL becomes the current time in the first, and a number written in digits another one in the others. */
    private static final String READ_OTHERWISE =
            "select 1 from information_schema.columns where (data_type = 'timestamp' and is_nullable = 'NO'"
                    + " or data_type = 'bit' and numeric_precision > 1 or data_type = 'year')"
                    + " and table_name = ? and table_schema = ";

    private static final String REQUIRED =
            "select column_name from information_schema.columns where is_nullable = 'NO' and column_default is null"
                    + " and extra not like '%auto_increment%' and extra not like '%generated%'"
                    + " and table_name = ? and table_schema = ";

    private InformationSchema() {}

    /** Whether it is a table, and not a view or a temporary table. */
    static boolean isTable(MappedTable table, Connection connection) throws SQLException {
        return hasResult(TABLE, table, connection);
    }

    /** Whether it changes what is written to it, as far as the user may know. */
    static boolean hasTriggers(MappedTable table, Connection connection) throws SQLException {
        return hasResult(TRIGGER, table, connection);
    }

    /** Whether a value that comes in a file may be stored otherwise than that of a statement, and nobody warned. */
    static boolean readsFilesOtherwise(MappedTable table, Connection connection) throws SQLException {
        return hasResult(READ_OTHERWISE, table, connection);
    }

    /** The columns without which a statement fails; a file that leaves them out does not. */
    static Set<String> requiredColumns(MappedTable table, Connection connection) throws SQLException {
        return new HashSet<>(results(REQUIRED, table, connection));
    }

    private static boolean hasResult(String select, MappedTable table, Connection connection) throws SQLException {
        return !results(select, table, connection).isEmpty();
    }

    private static List<String> results(String select, MappedTable table, Connection connection) throws SQLException {
        String schema = table.schema();
        try (PreparedStatement statement =
                connection.prepareStatement(select + (schema == null ? "database()" : "?"))) {
            statement.setString(1, table.name());
            if (schema != null) {
                statement.setString(2, schema);
            }
            try (ResultSet result = statement.executeQuery()) {
                List<String> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(result.getString(1));
                }
                return rows;
            }
        }
    }
}
