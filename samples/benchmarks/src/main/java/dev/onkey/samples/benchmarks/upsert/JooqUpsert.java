/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertValuesStep6;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/** jOOQ's {@code onDuplicateKeyUpdate} for many rows; it tells no ids of rows that exist. */
record JooqUpsert(Transactions transactions, Chunks chunks) implements Contestant {

    private static final Table<Record> ITEM = table(name("item"));
    private static final Field<String> CODE = field(name("code"), String.class);
    private static final Field<String> BARCODE = field(name("barcode"), String.class);
    private static final Field<String> NAME = field(name("name"), String.class);
    private static final Field<Integer> QUANTITY = field(name("quantity"), Integer.class);
    private static final Field<BigDecimal> PRICE = field(name("price"), BigDecimal.class);
    private static final Field<LocalDateTime> CHANGED_AT = field(name("changed_at"), LocalDateTime.class);

    private static final Settings QUIET = new Settings().withExecuteLogging(false);

    @Override
    public Answer write(List<Item> items) throws SQLException {
        return transactions.run(connection -> {
            DSLContext jooq = DSL.using(connection, SQLDialect.MYSQL, QUIET);
            chunks.forEach(items, part -> upsert(jooq, part));
            return Answer.NONE;
        });
    }

    private static void upsert(DSLContext jooq, List<Item> items) {
        InsertValuesStep6<Record, String, String, String, Integer, BigDecimal, LocalDateTime> insert =
                jooq.insertInto(ITEM, CODE, BARCODE, NAME, QUANTITY, PRICE, CHANGED_AT);
        for (Item item : items) {
            insert = insert.values(
                    item.code(), item.barcode(), item.name(), item.quantity(), item.price(), item.changedAt());
        }
        insert.onDuplicateKeyUpdate()
                .set(BARCODE, excluded(BARCODE))
                .set(NAME, excluded(NAME))
                .set(QUANTITY, excluded(QUANTITY))
                .set(PRICE, excluded(PRICE))
                .set(CHANGED_AT, excluded(CHANGED_AT))
                .execute();
    }
}
