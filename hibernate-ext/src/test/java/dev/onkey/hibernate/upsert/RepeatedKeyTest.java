/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static dev.onkey.hibernate.upsert.ItemTable.items;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onkey.hibernate.UpsertedRow;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many rows, some of which have the same key. */
class RepeatedKeyTest {

    private static ItemTable table;

    @BeforeAll
    static void start() {
        table = ItemTable.of("repeated_key");
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
    void ofTwoSpellingsOfAStoredKeyTheLastOneWinsWhateverIsChosen() {
        table.write(List.of(new Item("ZOE", "stored")));
        List<Item> items = items(8);
        items.set(2, new Item("Zoë", "first"));
        items.set(6, new Item("ZOE", "last"));
        items.forEach(item -> item.stock = 1);

        List<UpsertedRow> rows = table.write(items, Updating.<Item>only("name").add("stock"));

        assertThat(rows.get(2).id()).isEqualTo(rows.get(6).id());
        assertThat(table.jdbc().row("select name, stock from Item where code = 'ZOE'"))
                .isEqualTo("last|2");
    }
}
