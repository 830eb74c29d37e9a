/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.random;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Which of a few texts are equal, as the server says of a column of its own. */
final class Collation {

    private final Set<List<String>> equal = new HashSet<>();

    /** Asks the server for every pair, with the collation of the column. */
    Collation(List<String> texts, String table, String column, Connection connection) throws SQLException {
        String name;
        try (PreparedStatement ask = connection.prepareStatement("select collation_name from information_schema.columns"
                + " where table_schema = database() and table_name = ? and column_name = ?")) {
            ask.setString(1, table);
            ask.setString(2, column);
            try (ResultSet answer = ask.executeQuery()) {
                answer.next();
                name = answer.getString(1);
            }
        }
        try (PreparedStatement ask = connection.prepareStatement(
                "select convert(? using utf8mb4) = convert(? using utf8mb4) collate " + name)) {
            for (String one : texts) {
                for (String other : texts) {
                    ask.setString(1, one);
                    ask.setString(2, other);
                    try (ResultSet answer = ask.executeQuery()) {
                        answer.next();
                        if (answer.getBoolean(1)) {
                            equal.add(List.of(one, other));
                        }
                    }
                }
            }
        }
    }

    /** Whether two values are equal to a unique key: null is equal to nothing. */
    boolean areEqual(Object one, Object other) {
        if (one == null || other == null) {
            return false;
        }
        return one instanceof String text ? equal.contains(List.of(text, (String) other)) : Objects.equals(one, other);
    }
}
