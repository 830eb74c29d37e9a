/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.random;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** Reads both tables as they are at this moment, what is not committed included. */
final class Observer implements AutoCloseable {

    private final Connection connection;

    Observer(String url) throws SQLException {
        connection = DriverManager.getConnection(url);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_UNCOMMITTED);
    }

    Connection connection() {
        return connection;
    }

    Tables read() {
        Tables tables = new Tables();
        try (Statement statement = connection.createStatement()) {
            for (Kind kind : Kind.values()) {
                Map<String, Class<?>> attributes = kind.attributes();
                try (ResultSet row = statement.executeQuery("select " + String.join(", ", attributes.keySet())
                        + " from " + kind.type().getSimpleName())) {
                    while (row.next()) {
                        Map<String, Object> values = new TreeMap<>();
                        for (Map.Entry<String, Class<?>> attribute : attributes.entrySet()) {
                            values.put(attribute.getKey(), row.getObject(attribute.getKey(), attribute.getValue()));
                        }
                        tables.put(kind, new Row(values));
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return tables;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
