/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.duplicate;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The text of the statement that failed. */
final class FailedStatement {

    private static final String UNKNOWN = "n/a";
    private static final String HEAD = "JDBC exception executing SQL [";

    private FailedStatement() {}

    /**
     * What Hibernate says it is; of a query, Hibernate 6.6 says so in its message alone.
     *
     * @param message Hibernate's, with the database's behind it
     * @param sql the statement, or {@code n/a}
     */
    static @Nullable String textOf(SQLException exception, @Nullable String message, @Nullable String sql) {
        String tail = "] [" + exception.getMessage() + "]";
        boolean inMessage =
                UNKNOWN.equals(sql) && message != null && message.startsWith(HEAD) && message.endsWith(tail);
        return inMessage ? message.substring(HEAD.length(), message.length() - tail.length()) : sql;
    }
}
