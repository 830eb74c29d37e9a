/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static dev.onkey.hibernate.Outcome.UNCHANGED;
import static dev.onkey.hibernate.Outcome.UPDATED;
import static dev.onkey.hibernate.upsert.ItemTable.items;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onkey.hibernate.NaturalKey;
import dev.onkey.hibernate.TestFactory;
import dev.onkey.hibernate.UpsertedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.hibernate.annotations.ColumnTransformer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many rows that are read before they are written: those that hold their values already are left alone, and no others. */
class UnchangedRowsTest {

    private static ItemTable table;

    @BeforeAll
    static void start() {
        table = ItemTable.of("unchanged_rows");
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
    void whatTheServerRoundsIsUnchangedTheSecondTime() {
        List<Item> items = items(10);
        for (Item item : items) {
            item.price = new BigDecimal("1.005");
            item.weight = 1.2345678f;
            item.text = "text";
        }
        table.write(items);

        assertThat(table.write(items)).extracting(UpsertedRow::outcome).containsOnly(UNCHANGED);
        items.get(3).weight = 1.2345679f;
        items.get(4).price = new BigDecimal("1.014");
        items.get(5).text = "TEXT";
        items.get(6).price = new BigDecimal("1.006");
        assertThat(table.write(items))
                .extracting(UpsertedRow::outcome)
                .containsExactly(
                        UNCHANGED, UNCHANGED, UNCHANGED, UPDATED, UNCHANGED, UPDATED, UNCHANGED, UNCHANGED, UNCHANGED,
                        UNCHANGED);
        assertThat(table.jdbc().number("select sum(version) from Item")).isEqualTo(2);
    }

    @Test
    void aDocumentIsNotFetchedToBeCompared() {
        List<Item> items = items(4);
        items.forEach(item -> item.text = "a long one");
        table.write(items);
        table.sent();

        assertThat(table.write(items)).extracting(UpsertedRow::outcome).containsOnly(UNCHANGED);

        assertThat(table.sent())
                .filteredOn(sql -> sql.startsWith("SELECT"))
                .noneMatch(sql -> sql.contains(" text"))
                .anyMatch(sql -> sql.contains("SHA2(text, 256)"));
    }

    @Test
    void whatTheMappingStoresOtherwiseThanGivenIsNotComparedWithWhatIsGiven() {
        try (TestFactory factory =
                TestFactory.of("unchanged_rows_doubled", Doubled.class).build()) {
            write(factory, 5);

            assertThat(write(factory, 5)).extracting(UpsertedRow::outcome).containsOnly(UNCHANGED);
            assertThat(write(factory, 10)).extracting(UpsertedRow::outcome).containsOnly(UPDATED);

            assertThat(new Jdbc(factory.url()).row("select sum(amount) = 60, sum(weight) = 60 from Doubled"))
                    .isEqualTo("1|1");
        }
    }

    private static List<UpsertedRow> write(TestFactory factory, int amount) {
        List<Doubled> rows = IntStream.range(0, 6)
                .mapToObj(i -> new Doubled("code " + i, i % 2 == 0 ? amount : null, i % 2 == 0 ? null : amount + 0.0))
                .toList();
        return factory.sessions().fromTransaction(session -> Upserts.in(session).upsertAll(rows));
    }

    @Entity(name = "Doubled")
    @NaturalKey("code")
    static class Doubled {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(length = 20)
        String code;

        @ColumnTransformer(read = "amount / 2", write = "? * 2")
        Integer amount;

        @ColumnTransformer(read = "weight / 2", write = "? * 2")
        Double weight;

        protected Doubled() {}

        Doubled(String code, Integer amount, Double weight) {
            this.code = code;
            this.amount = amount;
            this.weight = weight;
        }
    }
}
