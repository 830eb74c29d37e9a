/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static dev.onkey.hibernate.Outcome.CREATED;
import static dev.onkey.hibernate.Outcome.UNCHANGED;
import static dev.onkey.hibernate.upsert.ItemTable.items;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onkey.hibernate.TestFactory;
import dev.onkey.hibernate.UpsertedRow;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Natural keys in columns that somebody else has created. */
class KeyColumnTest {

    private static ItemTable table;

    @BeforeAll
    static void start() {
        table = ItemTable.of("key_column");
    }

    @AfterAll
    static void stop() {
        table.close();
    }

    @BeforeEach
    void empty() {
        table.empty();
    }

    @ParameterizedTest
    @DisplayName("many rows are found by one statement whatever the key's character set is")
    @ValueSource(
            strings = {
                "varchar(40) character set utf8mb4 collate utf8mb4_general_ci",
                "varchar(40) character set utf8mb4 collate utf8mb4_bin",
                "varchar(40) character set utf8",
                "varchar(40) character set latin1",
                "varchar(40) character set ascii",
                "char(40)",
                "varbinary(40)"
            })
    void findsManyRowsWhateverTheyAreCalledIn(String column) {
        table.jdbc().execute("alter table Item modify code " + column);
        List<Item> items = items(20, column.contains("ascii") ? "code" : "Größe");

        assertThat(table.write(items.subList(0, 10)))
                .extracting(UpsertedRow::outcome)
                .containsOnly(CREATED);
        List<UpsertedRow> rows = table.write(items);
        assertThat(rows.subList(0, 10)).extracting(UpsertedRow::outcome).containsOnly(UNCHANGED);
        assertThat(rows.subList(10, 20)).extracting(UpsertedRow::outcome).containsOnly(CREATED);
        table.sent();

        assertThat(table.write(items)).extracting(UpsertedRow::id).containsExactlyElementsOf(idsOf(rows));
        assertThat(table.sent()).as("look up, lock").hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(classes = {Slot.class, Sample.class})
    void findsManyRowsByKeysOfManyColumns(Class<?> type) {
        try (TestFactory factory = TestFactory.of("key_columns", type).build()) {
            factory.sessions().inTransaction(session -> Upserts.in(session).upsertAll(candidates(type)));
            factory.statements().clear();

            factory.sessions()
                    .inTransaction(session -> assertThat(Upserts.in(session).upsertAll(candidates(type)))
                            .extracting(UpsertedRow::outcome)
                            .containsOnly(UNCHANGED));
            assertThat(factory.statements()).as("look up, lock").hasSize(2);
        }
    }

    @ParameterizedTest
    @DisplayName("a key that its column cannot hold is an error of that row, and finds no other")
    @ValueSource(strings = {"varchar(40) character set latin1", "varchar(40) character set ascii"})
    void aKeyThatItsColumnCannotHold(String column) {
        table.jdbc().execute("alter table Item modify code " + column);
        table.write(List.of(new Item("?", "name")));
        Importing<Item> importing = Importing.of(Item.class).onRefused(row -> {});

        Imported imported = table.factory().sessions().fromTransaction(session -> {
            List<Item> items = items(20);
            items.add(7, new Item("\u65e5", "changed"));
            return Upserts.in(session).upsertAll(items.stream(), importing);
        });

        assertThat(imported.refused()).isEqualTo(1);
        assertThat(imported.created()).isEqualTo(20);
        assertThat(table.jdbc().row("select name from Item where code = '?'")).isEqualTo("name");
    }

    private static List<Object> candidates(Class<?> type) {
        return IntStream.range(0, 20)
                .<Object>mapToObj(i -> type == Slot.class ? new Slot(i) : new Sample(i))
                .toList();
    }

    private static List<Object> idsOf(List<UpsertedRow> rows) {
        return rows.stream().map(UpsertedRow::id).toList();
    }
}
