/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.hibernate.JDBCException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplittingTest {

    @ParameterizedTest
    @ValueSource(ints = {1021, 1114, 1205, 1213, 1290, 1792, 1836})
    @DisplayName("a server that is full, or read-only after a failover, makes no row a bad one")
    void noRowIsToBlame(int code) {
        assertThat(Splitting.isOfARow(error(code))).isFalse();
    }

    @Test
    void aRowIsToBlame() {
        assertThat(Splitting.isOfARow(error(1406))).isTrue();
        assertThat(Splitting.isOfARow(error(1048))).isTrue();
    }

    private static JDBCException error(int code) {
        return new JDBCException("refused", new SQLException("refused", "HY000", code));
    }
}
