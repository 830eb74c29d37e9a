/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import dev.onkey.hibernate.upsert.Imported;
import dev.onkey.hibernate.upsert.Importing;
import dev.onkey.hibernate.upsert.Upserts;
import java.util.List;
import org.hibernate.SessionFactory;

/** {@code upsertAll} of a stream: counts only. */
record OnkeyImport(SessionFactory factory) implements Contestant {

    @Override
    public Answer write(List<Item> items) {
        Imported imported = factory.fromTransaction(session ->
                Upserts.in(session).upsertAll(items.stream().map(ItemEntity::new), Importing.of(ItemEntity.class)));
        return Answer.ofCounts(imported.created(), imported.updated(), imported.unchanged());
    }
}
