/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static dev.onkey.hibernate.upsert.ItemTable.items;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onkey.hibernate.DuplicateEntityException;
import java.util.List;
import org.hibernate.JDBCException;
import org.hibernate.exception.DataException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
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

    @Test
    void namesTheOtherKeyThatIsInTheWayAndWritesNothing() {
        table.write(List.of(new Item("holder", "x").serial("s")));
        List<Item> items = items(20);
        items.get(13).serial = "s";

        assertThatThrownBy(() -> table.write(items))
                .isInstanceOfSatisfying(
                        DuplicateEntityException.class,
                        duplicate -> assertThat(duplicate.attributes()).containsExactly("serial"));
        assertThat(table.jdbc().number("select count(*) from Item")).isOne();

        table.write(items.subList(0, 10));
        items.get(5).serial = "s";
        assertThatThrownBy(() -> table.write(items.subList(0, 10)))
                .isInstanceOfSatisfying(
                        DuplicateEntityException.class,
                        duplicate -> assertThat(duplicate.attributes()).containsExactly("serial"));
    }

    @Test
    @DisplayName("other errors (too long, NULL, foreign key) still thrown, naming the row")
    void namesTheRowOfAnotherError() {
        List<Item> items = items(20);
        items.get(12).name = "x".repeat(50);

        assertThatThrownBy(() -> table.write(items))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("number 13 of 20")
                .hasMessageContaining("name");
    }

    @Test
    @DisplayName("one transaction, all or nothing")
    void takesBackWhatItWroteAndLeavesTheTransactionUsable() {
        table.factory().sessions().inTransaction(session -> {
            Upserts.in(session).insertIfAbsent(new Item("before", "b"));
            List<Item> items = items(20);
            items.get(12).name = "x".repeat(50);
            assertThatThrownBy(() -> Upserts.in(session).upsertAll(items)).isInstanceOf(DataException.class);
            Upserts.in(session).insertIfAbsent(new Item("after", "a"));
        });

        assertThat(table.jdbc().row("select count(*), min(code), max(code) from Item"))
                .isEqualTo("2|after|before");
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
