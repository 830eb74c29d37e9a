/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Whether the driver passes on the update counts of {@code ON DUPLICATE KEY UPDATE} as the server sends them.
 *
 * <p>With {@code compensateOnDuplicateKeyUpdateCounts} Connector/J turns 0 and 2 into 1, so that a changed row looks like an
 * unchanged one; then the server is asked a second time.
 */
enum UpdateCounts {
    AS_SENT,
    COMPENSATED;

    static UpdateCounts of(Connection connection) throws SQLException {
        try {
            return ConnectorJ.compensates(connection) ? COMPENSATED : AS_SENT;
        } catch (LinkageError anotherDriver) {
            return AS_SENT;
        }
    }

    /** Reads the count of the statement that was just executed. */
    long read(PreparedStatement executed) throws SQLException {
        if (this == AS_SENT) {
            return executed.getUpdateCount();
        }
        try (Statement ask = executed.getConnection().createStatement();
                ResultSet count = ask.executeQuery("SELECT ROW_COUNT()")) {
            count.next();
            return count.getLong(1);
        }
    }
}
