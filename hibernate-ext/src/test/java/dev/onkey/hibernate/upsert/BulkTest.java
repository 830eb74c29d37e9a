/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static dev.onkey.hibernate.Outcome.CREATED;
import static dev.onkey.hibernate.Outcome.UNCHANGED;
import static dev.onkey.hibernate.Outcome.UPDATED;
import static dev.onkey.hibernate.upsert.ItemTable.items;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onkey.hibernate.UpsertedRow;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Many rows in few statements: the same promises as for one. */
class BulkTest {

    private static ItemTable table;

    @BeforeAll
    static void start() {
        table = ItemTable.of("bulk");
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
    @DisplayName("mixed insert and update, result in input order, the right id on each")
    void reportsEachRowInTheOrderOfTheInput() {
        List<Item> items = items(2_500);
        Collections.shuffle(items);
        table.write(items.subList(0, 1_700));
        for (Item item : items.subList(0, 600)) {
            item.name = "changed";
        }
        Collections.shuffle(items);

        List<UpsertedRow> rows = table.write(items);

        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            assertThat(rows.get(i).id())
                    .isEqualTo(table.jdbc().number("select id from Item where code = '" + item.code + "'"));
            i += 6;
        }
        assertThat(rows).filteredOn(row -> row.outcome() == CREATED).hasSize(800);
        assertThat(rows).filteredOn(row -> row.outcome() == UPDATED).hasSize(600);
        assertThat(rows).filteredOn(row -> row.outcome() == UNCHANGED).hasSize(1_100);
        assertThat(table.jdbc().row("select count(*), sum(version) from Item")).isEqualTo("2500|600");
    }

    @Test
    void aKeyThatTheServerStoresOtherwiseIsFoundAgain() {
        table.jdbc().execute("create trigger shout before insert on Item for each row set new.code = upper(new.code)");
        try {
            List<UpsertedRow> rows = table.write(items(6));

            assertThat(rows).extracting(UpsertedRow::outcome).containsOnly(CREATED);
            assertThat(rows.get(4).id()).isEqualTo(table.jdbc().number("select id from Item where code = 'CODE 4'"));
            assertThat(table.write(items(6)))
                    .isEqualTo(rows.stream()
                            .map(row -> new UpsertedRow(row.id(), UNCHANGED))
                            .toList());
        } finally {
            table.jdbc().execute("drop trigger shout");
        }
    }

    @Test
    void idsNeedNotFollowEachOther() {
        table.jdbc().execute("alter table Item auto_increment = 1000001");
        table.jdbc()
                .execute("create trigger own_id before insert on Item for each row"
                        + " set new.id = if(new.code = 'code 2', 1000000, new.id)");
        try {
            List<Item> items = items(6);

            List<UpsertedRow> rows = table.write(items);

            for (int i = 0; i < items.size(); i++) {
                assertThat(rows.get(i).id())
                        .isEqualTo(table.jdbc().number("select id from Item where code = '" + items.get(i).code + "'"));
            }
        } finally {
            table.jdbc().execute("drop trigger own_id");
        }
    }

    @Test
    void writesWhatIsChosen() {
        List<Item> items = items(10);
        table.write(items);
        items.forEach(item -> {
            item.name = "new";
            item.stock = 5;
        });

        List<UpsertedRow> rows =
                table.write(items, Updating.<Item>only("serial").add("stock"));

        assertThat(rows).extracting(UpsertedRow::outcome).containsOnly(UPDATED);
        assertThat(table.jdbc().row("select sum(stock), max(name), sum(version) from Item"))
                .isEqualTo("50|name|10");
    }

    @Test
    void insertsWhatIsAbsentAndLeavesTheRest() {
        List<Item> items = items(10);
        table.write(items.subList(0, 6));
        items.forEach(item -> item.name = "new");

        List<UpsertedRow> rows = table.insertIfAbsent(items);

        assertThat(rows.subList(0, 6)).extracting(UpsertedRow::outcome).containsOnly(UNCHANGED);
        assertThat(rows.subList(6, 10)).extracting(UpsertedRow::outcome).containsOnly(CREATED);
        assertThat(table.jdbc().number("select count(*) from Item where name = 'new'"))
                .isEqualTo(4);
    }

    @Test
    void bringsManagedInstancesUpToDate() {
        List<Item> items = items(10);
        table.write(items);
        table.factory().sessions().inTransaction(session -> {
            Item managed = Upserts.in(session).getOrCreate(new Item("code 3", "x"));
            items.get(3).name = "new";
            Upserts.in(session).upsertAll(items);
            assertThat(managed.name).isEqualTo("new");
            assertThat(managed.version).isOne();
        });
    }
}
