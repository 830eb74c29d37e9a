/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.babyfish.jimmer.sql.JSqlClient;
import org.babyfish.jimmer.sql.ast.mutation.SaveMode;
import org.babyfish.jimmer.sql.dialect.MySqlDialect;
import org.babyfish.jimmer.sql.fetcher.Fetcher;
import org.babyfish.jimmer.sql.runtime.EntityManager;
import org.jspecify.annotations.Nullable;

/**
 * Jimmer's {@code saveEntities}.
 *
 * @param entity makes an entity of an item
 * @param result what is to be told of it
 */
record JimmerUpsert<E extends JimmerValues>(
        Transactions transactions, Chunks chunks, JSqlClient client, Function<Item, E> entity, Fetcher<E> result)
        implements Contestant {

    /** Looks for the rows first, and then inserts and updates batches of them. */
    static JimmerUpsert<JimmerItem> reading(Transactions transactions, Chunks chunks) {
        return new JimmerUpsert<>(
                transactions, chunks, client(JimmerItem.class), JimmerUpsert::item, JimmerItemFetcher.$.code());
    }

    /** Upserts batches, which the driver does not rewrite as they have a {@code LAST_INSERT_ID}, and reads the ids back. */
    static JimmerUpsert<JimmerSoleKeyItem> upserting(Transactions transactions, Chunks chunks) {
        return new JimmerUpsert<>(
                transactions,
                chunks,
                client(JimmerSoleKeyItem.class),
                JimmerUpsert::soleKeyItem,
                JimmerSoleKeyItemFetcher.$.code());
    }

    @Override
    public Answer write(List<Item> items) throws SQLException {
        return transactions.run(connection -> {
            List<@Nullable Long> ids = new ArrayList<>(items.size());
            chunks.forEach(
                    items,
                    part -> client.saveEntitiesCommand(part.stream().map(entity).toList())
                            .setMode(SaveMode.UPSERT)
                            .execute(connection, result)
                            .getItems()
                            .forEach(saved -> ids.add(saved.getModifiedEntity().id())));
            return Answer.ofIds(ids);
        });
    }

    private static JSqlClient client(Class<?> entity) {
        return JSqlClient.newBuilder()
                // it accepts no two entities of one table
                .setEntityManager(new EntityManager(entity))
                .setDialect(new MySqlDialect())
                // else it sends row by row on MySQL
                .setExplicitBatchEnabled(true)
                .setDumbBatchAcceptable(true)
                .build();
    }

    private static JimmerItem item(Item item) {
        return new JimmerItemDraft.Builder()
                .code(item.code())
                .barcode(item.barcode())
                .name(item.name())
                .quantity(item.quantity())
                .price(item.price())
                .changedAt(item.changedAt())
                .build();
    }

    private static JimmerSoleKeyItem soleKeyItem(Item item) {
        return new JimmerSoleKeyItemDraft.Builder()
                .code(item.code())
                .barcode(item.barcode())
                .name(item.name())
                .quantity(item.quantity())
                .price(item.price())
                .changedAt(item.changedAt())
                .build();
    }
}
