/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static dev.onkey.hibernate.upsert.ItemTable.items;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hibernate.JDBCException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many rows that cannot all be written. */
class BulkFailureTest {

    private static ItemTable table;

    @BeforeAll
    static void start() {
        table = ItemTable.of("bulk_failure");
    }

    @AfterAll
    static void stop() {
        table.close();
    }

    @BeforeEach
    void empty() {
        table.empty();
    }

    @AfterEach
    void allow() {
        table.jdbc().execute("drop trigger if exists refuse");
    }

    @ParameterizedTest
    @CsvSource({
        "HY000, 1020, the snapshot of MariaDB",
        "HY000, 1205, a lock",
        "40001, 1213, a deadlock",
        "42S02, 1146, a table that a trigger needs",
        "08S01, 1053, the connection"
    })
    void anErrorThatIsOfNoRowIsNotTriedRowByRow(String state, int code, String of) {
        table.jdbc()
                .execute("create trigger refuse before insert on Item for each row signal sqlstate '" + state
                        + "' set mysql_errno = " + code);

        assertThatThrownBy(() -> table.write(items(8)))
                .isInstanceOfSatisfying(
                        JDBCException.class,
                        thrown -> assertThat(thrown.getErrorCode()).isEqualTo(code));
        assertThat(table.sent()).as(of).hasSize(2);
    }
}
