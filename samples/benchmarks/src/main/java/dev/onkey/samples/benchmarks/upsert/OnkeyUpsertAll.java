/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import dev.onkey.hibernate.UpsertedRow;
import dev.onkey.hibernate.upsert.Upserts;
import java.util.List;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;

/** {@code upsertAll}: ids and outcomes. */
record OnkeyUpsertAll(SessionFactory factory) implements Contestant {

    @Override
    public Answer write(List<Item> items) {
        List<UpsertedRow> rows = factory.fromTransaction(session -> Upserts.in(session)
                .upsertAll(items.stream().map(ItemEntity::new).toList()));
        return new Answer(
                rows.stream().<@Nullable Long>map(row -> (Long) row.id()).toList(),
                rows.stream().map(UpsertedRow::outcome).toList());
    }
}
