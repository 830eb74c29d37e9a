/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static dev.onkey.hibernate.upsert.ItemTable.items;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onkey.hibernate.UpsertedRow;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
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
    @DisplayName("the same key twice in the input, also when only the collation makes them equal: last one wins")
    void ofEqualKeysTheLastOneWins() {
        for (List<String> pair : List.of(
                List.of("same", "same"),
                List.of("straße", "STRASSE"),
                List.of("strasse", "straße"),
                List.of("Zoë", "zoe "),
                List.of("Æon", "aeon"),
                List.of("aeon", "Æon"))) {
            boolean equal =
                    table.jdbc().number("select '" + pair.get(0) + "' = cast('" + pair.get(1) + "' as char)") == 1
                            && pair.get(1).strip().equals(pair.get(1));
            for (int stored = 0; stored < 2; stored++) {
                empty();
                List<Item> items = items(8);
                items.get(2).code = pair.get(0);
                items.get(2).name = "first";
                items.get(6).code = pair.get(1);
                items.get(6).name = "last";
                if (stored == 1) {
                    table.write(List.of(new Item(pair.get(1), "stored")));
                }

                List<UpsertedRow> rows = table.write(items);

                if (equal) {
                    assertThat(rows.get(2).id())
                            .as(pair.toString())
                            .isEqualTo(rows.get(6).id());
                    assertThat(table.jdbc()
                                    .row("select name from Item where id = "
                                            + rows.get(2).id()))
                            .as(pair + " " + stored)
                            .isEqualTo("last");
                    assertThat(table.jdbc().number("select count(*) from Item")).isEqualTo(7);
                }
            }
        }
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
