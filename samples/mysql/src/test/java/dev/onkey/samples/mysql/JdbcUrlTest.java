/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcUrlTest {
    @ParameterizedTest
    @CsvSource({
        "jdbc:mysql://h:3306/?user=root, jdbc:mysql://h:3306/db?user=root",
        "jdbc:mysql://h:3306/old?user=root&x=/y, jdbc:mysql://h:3306/db?user=root&x=/y",
        "jdbc:mysql://h:3306/old, jdbc:mysql://h:3306/db?tcpKeepAlive=true",
        "jdbc:mysql://h/, jdbc:mysql://h/db?tcpKeepAlive=true",
        "jdbc:mysql://h, jdbc:mysql://h/db?tcpKeepAlive=true",
        "jdbc:mysql://h?, jdbc:mysql://h/db?tcpKeepAlive=true",
        "jdbc:mysql://h?x=/y, jdbc:mysql://h/db?x=/y",
        "jdbc:mysql://[::1]:3306/old?user=root, jdbc:mysql://[::1]:3306/db?user=root",
        "'jdbc:mysql:loadbalance://a:1,b:2/old?user=root', 'jdbc:mysql:loadbalance://a:1,b:2/db?user=root'",
        "jdbc:mariadb://h:3306/old?user=root, jdbc:mariadb://h:3306/db?user=root",
        "jdbc:mysql+srv://h/old?user=root, jdbc:mysql+srv://h/db?user=root",
    })
    void putsTheDatabaseInItsPlaceAndKeepsTheRest(String url, String expected) {
        assertThat(JdbcUrl.parse(url).toDatabase("db")).isEqualTo(expected);
    }

    @Test
    void aParameterOfTheUrlIsStrongerThanADefault() {
        JdbcUrl url = JdbcUrl.parse("jdbc:mysql://h/?user=me")
                .withDefault("user", "you")
                .withDefault("password", "a&b c")
                .withDefault("absent", null);

        assertThat(url.toDatabase("db")).isEqualTo("jdbc:mysql://h/db?user=me&password=a%26b+c");
    }

    @Test
    void aDefaultMayBeTheFirstParameter() {
        assertThat(JdbcUrl.parse("jdbc:mysql://h").withDefault("user", "you").toDatabase("db"))
                .isEqualTo("jdbc:mysql://h/db?user=you");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql://h/?password=secret", "jdbc:mysql:h?password=secret", "h:3306"})
    void refusesOtherUrlsWithoutShowingTheirQuery(String url) {
        assertThatThrownBy(() -> JdbcUrl.parse(url))
                .isInstanceOf(NoServerException.class)
                .hasMessageContaining("onkey.jdbc.url")
                .hasMessageNotContaining("secret");
    }
}
