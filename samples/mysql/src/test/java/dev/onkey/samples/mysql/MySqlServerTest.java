/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against whichever server the system properties choose. */
class MySqlServerTest {
    private final MySqlServer server = MySqlServer.shared();

    @Test
    void isTheSameForAll() {
        assertThat(MySqlServer.shared()).isSameAs(server);
    }

    @Test
    void saysWhatItIs() throws SQLException {
        String reported = single(server.freshDatabase("onkey_version"), "select version()");

        assertThat(server.version()).isEqualTo(reported);
        assertThat(server.description())
                .matches("(MySQL|MariaDB) .+, (embedded|external|in Docker)")
                .contains(reported);
        assertThat(server.description().startsWith("MariaDB")).isEqualTo(reported.contains("MariaDB"));
    }

    @Test
    void freshDatabaseEmptiesAnExistingOne() throws SQLException {
        String url = server.freshDatabase("onkey_fresh");
        execute(url, "create table t (i int)");

        String again = server.freshDatabase("onkey_fresh");

        assertThat(again).isEqualTo(url);
        assertThat(single(again, "select count(*) from information_schema.tables where table_schema = database()"))
                .isEqualTo("0");
    }

    @Test
    void freshDatabaseIsTheOneConnectedToAndSpeaksUtf8() throws SQLException {
        String url = server.freshDatabase("onkey_utf8") + "&useAffectedRows=true";

        assertThat(single(url, "select database()")).isEqualTo("onkey_utf8");
        assertThat(single(url, "select @@character_set_database")).isEqualTo("utf8mb4");
        assertThat(single(url, "select '\uD83D\uDD11'")).isEqualTo("\uD83D\uDD11");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a-b", "a`b", "a/b", "mysql", "MySQL", "sys", "information_schema", "performance_schema"})
    void freshDatabaseRefusesOtherNames(String name) {
        assertThatThrownBy(() -> server.freshDatabase(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + name + "'");
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String single(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
