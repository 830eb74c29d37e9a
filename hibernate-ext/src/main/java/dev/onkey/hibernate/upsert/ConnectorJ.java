/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import com.mysql.cj.conf.PropertyKey;
import com.mysql.cj.conf.PropertySet;
import com.mysql.cj.jdbc.JdbcConnection;
import com.mysql.cj.jdbc.JdbcStatement;
import com.mysql.cj.protocol.ServerSession;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/** What only MySQL's own driver knows. Where another one is used, the class cannot be loaded: LinkageError. */
final class ConnectorJ {

    private ConnectorJ() {}

    /** Whether it turns the update counts 0 and 2 into 1. */
    static boolean compensates(Connection connection) throws SQLException {
        return connection.isWrapperFor(JdbcConnection.class)
                && is(options(connection), PropertyKey.compensateOnDuplicateKeyUpdateCounts);
    }

    /** Whether it sends files, and sends values as it does unless it is told otherwise. */
    static boolean sendsFiles(Connection connection) throws SQLException {
        TimeText times = times(connection);
        return times != null
                && times.fractions()
                && is(options(connection), PropertyKey.allowLoadLocalInfile)
                && isUsual(options(connection), PropertyKey.characterEncoding, "UTF-8");
    }

    /** Whether it puts the values of a statement into its text. */
    static boolean preparesStatements(Connection connection) throws SQLException {
        return connection.isWrapperFor(JdbcConnection.class)
                && !is(options(connection), PropertyKey.useServerPrepStmts);
    }

    /** The words in which it sends times; null if it is told to send others. */
    static @Nullable TimeText times(Connection connection) throws SQLException {
        if (!connection.isWrapperFor(JdbcConnection.class)) {
            return null;
        }
        ServerSession session =
                connection.unwrap(JdbcConnection.class).getSession().getServerSession();
        PropertySet options = options(connection);
        // a zone that is asked of the server may be one that the driver does not know, which it says by an exception
        boolean local = isUsual(options, PropertyKey.connectionTimeZone, "LOCAL")
                && TimeZone.getDefault().equals(session.getSessionTimeZone());
        boolean fractions = is(options, PropertyKey.sendFractionalSeconds)
                && session.getCapabilities().serverSupportsFracSecs();
        return local && !session.isServerTruncatesFracSecs() ? new TimeText(fractions) : null;
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
