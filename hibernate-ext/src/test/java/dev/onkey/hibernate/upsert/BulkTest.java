/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static dev.onkey.hibernate.Outcome.CREATED;
import static dev.onkey.hibernate.Outcome.UNCHANGED;
import static dev.onkey.hibernate.Outcome.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onkey.hibernate.DuplicateEntityException;
import dev.onkey.hibernate.TestFactory;
import dev.onkey.hibernate.UpsertedRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.hibernate.exception.DataException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Many rows in few statements: the same promises as for one. */
class BulkTest {

    private static TestFactory factory;
    private static Jdbc jdbc;

    @BeforeAll
    static void start() {
        factory = TestFactory.of("bulk", Item.class).build();
        jdbc = new Jdbc(factory.url());
    }

    @AfterAll
    static void stop() {
        factory.close();
    }

    @BeforeEach
    void empty() {
        jdbc.execute("delete from Item");
        factory.statements().clear();
    }

    @Test
    @DisplayName("mixed insert and update, result in input order, the right id on each")
    void reportsEachRowInTheOrderOfTheInput() {
        List<Item> items = items(2_500);
        Collections.shuffle(items);
        write(items.subList(0, 1_700));
        for (Item item : items.subList(0, 600)) {
            item.name = "changed";
        }
        Collections.shuffle(items);

        List<UpsertedRow> rows = write(items);

        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            assertThat(rows.get(i).id()).isEqualTo(jdbc.number("select id from Item where code = '" + item.code + "'"));
            i += 6;
        }
        assertThat(rows).filteredOn(row -> row.outcome() == CREATED).hasSize(800);
        assertThat(rows).filteredOn(row -> row.outcome() == UPDATED).hasSize(600);
        assertThat(rows).filteredOn(row -> row.outcome() == UNCHANGED).hasSize(1_100);
        assertThat(jdbc.row("select count(*), sum(version) from Item")).isEqualTo("2500|600");
    }

    @Test
    @DisplayName("one statement a chunk and one for ids")
    void takesFewStatements() {
        List<Item> items = items(3_000);

        write(items);
        assertThat(factory.statements())
                .as("new: one look, then three inserts and their ids")
                .hasSize(1 + 2 * 3);
        factory.statements().clear();

        write(items);
        assertThat(factory.statements()).as("unchanged: a look and a lock each").hasSize(2 * 3);
        factory.statements().clear();

        items.forEach(item -> item.name = "changed");
        write(items);
        assertThat(factory.statements()).as("changed: and an update").hasSize(3 * 3);
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
            boolean equal = jdbc.number("select '" + pair.get(0) + "' = cast('" + pair.get(1) + "' as char)") == 1
                    && pair.get(1).strip().equals(pair.get(1));
            for (int stored = 0; stored < 2; stored++) {
                empty();
                List<Item> items = items(8);
                items.get(2).code = pair.get(0);
                items.get(2).name = "first";
                items.get(6).code = pair.get(1);
                items.get(6).name = "last";
                if (stored == 1) {
                    write(List.of(new Item(pair.get(1), "stored")));
                }

                List<UpsertedRow> rows = write(items);

                if (equal) {
                    assertThat(rows.get(2).id())
                            .as(pair.toString())
                            .isEqualTo(rows.get(6).id());
                    assertThat(jdbc.row("select name from Item where id = "
                                    + rows.get(2).id()))
                            .as(pair + " " + stored)
                            .isEqualTo("last");
                    assertThat(jdbc.number("select count(*) from Item")).isEqualTo(7);
                }
            }
        }
    }

    @Test
    void whatTheServerRoundsIsUnchangedTheSecondTime() {
        List<Item> items = items(10);
        for (Item item : items) {
            item.price = new BigDecimal("1.005");
            item.weight = 1.2345678f;
            item.text = "text";
        }
        write(items);

        assertThat(write(items)).extracting(UpsertedRow::outcome).containsOnly(UNCHANGED);
        items.get(3).weight = 1.2345679f;
        items.get(4).price = new BigDecimal("1.014");
        items.get(5).text = "TEXT";
        items.get(6).price = new BigDecimal("1.006");
        assertThat(write(items))
                .extracting(UpsertedRow::outcome)
                .containsExactly(
                        UNCHANGED, UNCHANGED, UNCHANGED, UPDATED, UNCHANGED, UPDATED, UNCHANGED, UNCHANGED, UNCHANGED,
                        UNCHANGED);
        assertThat(jdbc.number("select sum(version) from Item")).isEqualTo(2);
    }

    @Test
    void aKeyThatTheServerStoresOtherwiseIsFoundAgain() {
        jdbc.execute("create trigger shout before insert on Item for each row set new.code = upper(new.code)");
        try {
            List<UpsertedRow> rows = write(items(6));

            assertThat(rows).extracting(UpsertedRow::outcome).containsOnly(CREATED);
            assertThat(rows.get(4).id()).isEqualTo(jdbc.number("select id from Item where code = 'CODE 4'"));
            assertThat(write(items(6)))
                    .isEqualTo(rows.stream()
                            .map(row -> new UpsertedRow(row.id(), UNCHANGED))
                            .toList());
        } finally {
            jdbc.execute("drop trigger shout");
        }
    }

    @Test
    void idsNeedNotFollowEachOther() {
        jdbc.execute("alter table Item auto_increment = 1000001");
        jdbc.execute("create trigger own_id before insert on Item for each row"
                + " set new.id = if(new.code = 'code 2', 1000000, new.id)");
        try {
            List<Item> items = items(6);

            List<UpsertedRow> rows = write(items);

            for (int i = 0; i < items.size(); i++) {
                assertThat(rows.get(i).id())
                        .isEqualTo(jdbc.number("select id from Item where code = '" + items.get(i).code + "'"));
            }
        } finally {
            jdbc.execute("drop trigger own_id");
        }
    }

    @Test
    void namesTheOtherKeyThatIsInTheWayAndWritesNothing() {
        write(List.of(new Item("holder", "x").serial("s")));
        List<Item> items = items(20);
        items.get(13).serial = "s";

        assertThatThrownBy(() -> write(items))
                .isInstanceOfSatisfying(
                        DuplicateEntityException.class,
                        duplicate -> assertThat(duplicate.attributes()).containsExactly("serial"));
        assertThat(jdbc.number("select count(*) from Item")).isOne();

        write(items.subList(0, 10));
        items.get(5).serial = "s";
        assertThatThrownBy(() -> write(items.subList(0, 10)))
                .isInstanceOfSatisfying(
                        DuplicateEntityException.class,
                        duplicate -> assertThat(duplicate.attributes()).containsExactly("serial"));
    }

    @Test
    @DisplayName("other errors (too long, NULL, foreign key) still thrown, naming the row")
    void namesTheRowOfAnotherError() {
        List<Item> items = items(20);
        items.get(12).name = "x".repeat(50);

        assertThatThrownBy(() -> write(items))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("number 13 of 20")
                .hasMessageContaining("name");
    }

    @Test
    @DisplayName("one transaction, all or nothing")
    void takesBackWhatItWroteAndLeavesTheTransactionUsable() {
        factory.sessions().inTransaction(session -> {
            Upserts.in(session).insertIfAbsent(new Item("before", "b"));
            List<Item> items = items(20);
            items.get(12).name = "x".repeat(50);
            assertThatThrownBy(() -> Upserts.in(session).upsertAll(items)).isInstanceOf(DataException.class);
            Upserts.in(session).insertIfAbsent(new Item("after", "a"));
        });

        assertThat(jdbc.row("select count(*), min(code), max(code) from Item")).isEqualTo("2|after|before");
    }

    @Test
    void writesWhatIsChosen() {
        List<Item> items = items(10);
        write(items);
        items.forEach(item -> {
            item.name = "new";
            item.stock = 5;
        });

        List<UpsertedRow> rows = factory.sessions()
                .fromTransaction(session -> Upserts.in(session)
                        .upsertAll(
                                Item.class, items, Updating.<Item>only("serial").add("stock")));

        assertThat(rows).extracting(UpsertedRow::outcome).containsOnly(UPDATED);
        assertThat(jdbc.row("select sum(stock), max(name), sum(version) from Item"))
                .isEqualTo("50|name|10");
    }

    @Test
    void insertsWhatIsAbsentAndLeavesTheRest() {
        List<Item> items = items(10);
        write(items.subList(0, 6));
        items.forEach(item -> item.name = "new");

        List<UpsertedRow> rows = factory.sessions()
                .fromTransaction(session -> Upserts.in(session).insertAllIfAbsent(items));

        assertThat(rows.subList(0, 6)).extracting(UpsertedRow::outcome).containsOnly(UNCHANGED);
        assertThat(rows.subList(6, 10)).extracting(UpsertedRow::outcome).containsOnly(CREATED);
        assertThat(jdbc.number("select count(*) from Item where name = 'new'")).isEqualTo(4);
    }

    @Test
    void bringsManagedInstancesUpToDate() {
        List<Item> items = items(10);
        write(items);
        factory.sessions().inTransaction(session -> {
            Item managed = Upserts.in(session).getOrCreate(new Item("code 3", "x"));
            items.get(3).name = "new";
            Upserts.in(session).upsertAll(items);
            assertThat(managed.name).isEqualTo("new");
            assertThat(managed.version).isOne();
        });
    }

    @Test
    @DisplayName("chunks under the packet limit and 65,535 parameters")
    void sendsNoPacketThatIsTooLong() {
        List<Item> items = items(40);
        items.forEach(item -> item.text = "x".repeat(300_000));

        assertThat(write(items)).extracting(UpsertedRow::outcome).containsOnly(CREATED);
        items.forEach(item -> item.text = "y".repeat(300_000));
        assertThat(write(items)).extracting(UpsertedRow::outcome).containsOnly(UPDATED);
    }

    private static List<Item> items(int count) {
        return new ArrayList<>(IntStream.range(0, count)
                .mapToObj(i -> new Item("code " + i, "name"))
                .toList());
    }

    private static List<UpsertedRow> write(List<Item> items) {
        return factory.sessions().fromTransaction(session -> Upserts.in(session).upsertAll(items));
    }
}
