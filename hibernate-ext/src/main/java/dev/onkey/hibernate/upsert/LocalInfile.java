/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Rows that are sent as if they were a file of the client, which both the driver and the server have to allow. */
final class LocalInfile {

    /** Where the server keeps no warnings, it would not tell that it has made something else of a value. */
    private static final String ALLOWED =
            "SELECT @@local_infile AND @@max_error_count > 0 AND @@sql_mode NOT LIKE '%TIME_TRUNCATE_FRACTIONAL%'";

    private LocalInfile() {}

    /** Whether they can be, and mean what they would as parameters of a statement. */
    static boolean isAllowed(Connection connection) throws SQLException {
        if (!driverAllows(connection)) {
            return false;
        }
        try (Statement ask = connection.createStatement();
                ResultSet allowed = ask.executeQuery(ALLOWED)) {
            allowed.next();
            return allowed.getBoolean(1);
        }
    }

    /**
     * Carries out a {@code LOAD DATA LOCAL}.
     *
     * @return how many rows are in
     * @throws NotStagedException if the server has made something else of a value
     */
    static long load(PreparedStatement statement, InputStream rows) throws SQLException {
        ConnectorJ.load(statement, rows);
        if (statement.getWarnings() != null) {
            throw new NotStagedException(statement.getWarnings());
        }
        return statement.getUpdateCount();
    }

    private static boolean driverAllows(Connection connection) throws SQLException {
        try {
            return ConnectorJ.sendsFiles(connection);
        } catch (LinkageError anotherDriver) {
            return false;
        }
    }
}
