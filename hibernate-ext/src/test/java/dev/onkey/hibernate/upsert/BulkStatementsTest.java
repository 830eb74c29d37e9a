/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static dev.onkey.hibernate.Outcome.CREATED;
import static dev.onkey.hibernate.Outcome.UNCHANGED;
import static dev.onkey.hibernate.Outcome.UPDATED;
import static dev.onkey.hibernate.upsert.ItemTable.items;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onkey.hibernate.UpsertedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hibernate.exception.DataException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How few statements many rows take. */
class BulkStatementsTest {

    private static final int CHUNK = 1_000;
    private static final int NEW = 2; // the insert and the ids
    private static final int STORED = 2; // the look and the lock

    private static ItemTable table;

    @BeforeAll
    static void start() {
        table = ItemTable.of("bulk_statements");
    }

    @AfterAll
    static void stop() {
        table.close();
    }

    @BeforeEach
    void empty() {
        table.empty();
    }

    @Test
    @DisplayName("one statement a chunk and one for ids")
    void takesFewStatements() {
        List<Item> items = items(3 * CHUNK);

        table.write(items);
        assertThat(table.sent())
                .as("new: one look, then three inserts and their ids")
                .hasSize(1 + 3 * NEW);

        table.write(items);
        assertThat(table.sent()).as("unchanged: a look and a lock each").hasSize(3 * STORED);

        items.forEach(item -> item.name = "changed");
        table.write(items);
        assertThat(table.sent()).as("changed: and an update").hasSize(3 * (STORED + 1));
    }

    @Test
    @DisplayName("chunks under the packet limit and 65,535 parameters")
    void sendsNoPacketThatIsTooLong() {
        List<Item> items = items(40);
        items.forEach(item -> item.text = "x".repeat(300_000));

        assertThat(table.write(items)).extracting(UpsertedRow::outcome).containsOnly(CREATED);
        assertThat(table.sent())
                .filteredOn(sql -> sql.startsWith("INSERT"))
                .allMatch(sql -> sql.split("\\(\\?").length <= 1 + 4);
        items.forEach(item -> item.text = "y".repeat(300_000));
        assertThat(table.write(items)).extracting(UpsertedRow::outcome).containsOnly(UPDATED);
    }

    @Test
    void aRepeatedKeyTakesThoseOfOneRowMore() {
        List<Item> items = items(100);
        items.get(70).code = items.get(10).code;

        table.write(items);

        assertThat(table.sent()).hasSize(1 + NEW + alone());
    }

    @Test
    void aRowThatIsRefusedIsFoundInFew() {
        List<Item> items = items(CHUNK);
        items.get(613).name = "x".repeat(50);

        assertThatThrownBy(() -> table.write(items)).isInstanceOf(DataException.class);

        assertThat(table.sent()).hasSizeLessThan(30);
    }

    @Test
    void aKeyThatIsStoredInAnotherSpellingIsNotTriedWithTheNewOnes() {
        List<Item> items = items(6);
        items.forEach(item -> item.code = item.code.toUpperCase(Locale.ROOT));
        table.write(items);
        table.sent();

        List<UpsertedRow> rows = table.write(items(6));

        assertThat(rows).extracting(UpsertedRow::outcome).containsOnly(UNCHANGED);
        assertThat(table.sent()).hasSize(1 + 6 * alone());
    }

    @Test
    void theLookIsLeftOutAfterNothingButNewRowsOnly() {
        List<Item> stored = new ArrayList<>(items(CHUNK + 10, "b"));
        table.write(stored);
        table.sent();
        List<Item> items = items(CHUNK, "a");
        items.addAll(stored);
        table.write(items);
        assertThat(table.sent()).hasSize(1 + NEW + 1 + STORED + STORED);

        table.empty();
        List<Item> few = items(10, "b");
        few.add(new Item("A 999", "name"));
        table.write(few);
        table.sent();
        List<Item> mixed = items(CHUNK, "a");
        mixed.addAll(items(10, "b"));

        table.write(mixed);

        assertThat(table.sent()).as("one is stored as A 999").hasSize(1 + NEW + alone() + STORED);
    }

    /** What a row that is stored takes when it is written alone. */
    private static int alone() {
        return table.factory().insertsFirst() ? 3 : 1;
    }
}
