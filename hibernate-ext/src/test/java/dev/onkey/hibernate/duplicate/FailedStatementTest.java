/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class FailedStatementTest {

    private static final SQLException ERROR = new SQLException("Duplicate entry 'x]' for key 'a.k'");

    @Test
    void isWhatHibernateSaysItIs() {
        assertThat(FailedStatement.textOf(ERROR, "anything", "insert into a")).isEqualTo("insert into a");
        assertThat(FailedStatement.textOf(ERROR, "anything", null)).isNull();
    }

    @Test
    void isInTheMessageOfAQuery() {
        String sql = "insert into a values ('] [')";
        String message = "JDBC exception executing SQL [" + sql + "] [" + ERROR.getMessage() + "]";
        assertThat(FailedStatement.textOf(ERROR, message, "n/a")).isEqualTo(sql);
        assertThat(FailedStatement.textOf(ERROR, message, "update b")).isEqualTo("update b");
    }

    @Test
    void isUnknownInOtherMessages() {
        for (String message :
                new String[] {null, "error performing work [x]", "JDBC exception executing SQL [x] [y]"}) {
            assertThat(FailedStatement.textOf(ERROR, message, "n/a")).isEqualTo("n/a");
        }
    }
}
