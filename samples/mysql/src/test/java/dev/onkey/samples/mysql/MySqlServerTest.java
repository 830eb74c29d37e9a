/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class MySqlServerTest {
    @Test
    void freshDatabaseEmptiesAnExistingOne() throws SQLException {
        MySqlServer server = MySqlServer.shared();
        String url = server.freshDatabase("onkey_mysql_test");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("create table t (i int)");
        }

        String again = server.freshDatabase("onkey_mysql_test");

        assertThat(again).isEqualTo(url);
        try (Connection connection = DriverManager.getConnection(again + "&useAffectedRows=true");
                Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery("show tables")) {
            assertThat(tables.next()).isFalse();
        }
    }
}
