/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.key.MappedTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Whether the database changes what is written to a table. */
final class Triggers {

    private static final String SELECT =
            "select 1 from information_schema.triggers" + " where event_object_table = ? and event_object_schema = ";

    private Triggers() {}

    static boolean existOn(MappedTable table, Connection connection) throws SQLException {
        String schema = table.schema();
        try (PreparedStatement statement =
                connection.prepareStatement(SELECT + (schema == null ? "database()" : "?"))) {
            statement.setString(1, table.name());
            if (schema != null) {
                statement.setString(2, schema);
            }
            try (ResultSet triggers = statement.executeQuery()) {
                return triggers.next();
            }
        }
    }
}
