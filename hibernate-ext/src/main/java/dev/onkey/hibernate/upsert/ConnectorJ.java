/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import com.mysql.cj.conf.PropertyKey;
import com.mysql.cj.conf.PropertySet;
import com.mysql.cj.jdbc.JdbcConnection;
import com.mysql.cj.jdbc.JdbcStatement;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What only MySQL's own driver knows. Where another one is used, the class cannot be loaded: NoClassDefFoundError. */
final class ConnectorJ {

    private ConnectorJ() {}

    /** Whether it turns the update counts 0 and 2 into 1. */
    static boolean compensates(Connection connection) throws SQLException {
        return connection.isWrapperFor(JdbcConnection.class)
                && is(options(connection), PropertyKey.compensateOnDuplicateKeyUpdateCounts);
    }

    /** Whether it sends files, and sends values as it does unless it is told otherwise. */
    static boolean sendsFiles(Connection connection) throws SQLException {
        if (!connection.isWrapperFor(JdbcConnection.class)) {
            return false;
        }
        PropertySet options = options(connection);
        return is(options, PropertyKey.allowLoadLocalInfile)
                && is(options, PropertyKey.sendFractionalSeconds)
                && isUsual(options, PropertyKey.connectionTimeZone, "LOCAL")
                && isUsual(options, PropertyKey.characterEncoding, "UTF-8");
    }

    /** Executes a {@code LOAD DATA LOCAL} with the rows in the place of the file. */
    static void load(PreparedStatement statement, InputStream rows) throws SQLException {
        JdbcStatement load = statement.unwrap(JdbcStatement.class);
        load.setLocalInfileInputStream(rows);
        try {
            statement.execute();
        } finally {
            load.setLocalInfileInputStream(null);
        }
    }

    private static PropertySet options(Connection connection) throws SQLException {
        return connection.unwrap(JdbcConnection.class).getPropertySet();
    }

    private static boolean is(PropertySet options, PropertyKey option) {
        return options.getBooleanProperty(option).getValue();
    }

    private static boolean isUsual(PropertySet options, PropertyKey option, String usual) {
        @Nullable String value = options.getStringProperty(option).getValue();
        return value == null || value.equalsIgnoreCase(usual);
    }
}
