/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import dev.onkey.hibernate.Outcome;
import dev.onkey.hibernate.Upserted;
import dev.onkey.hibernate.upsert.Upserts;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;

/** {@code upsert}: the managed entity and the outcome. */
record OnkeyUpsert(SessionFactory factory) implements Contestant {

    @Override
    public Answer write(List<Item> items) {
        return factory.fromTransaction(session -> {
            List<@Nullable Long> ids = new ArrayList<>(items.size());
            List<Outcome> outcomes = new ArrayList<>(items.size());
            Upserts upserts = Upserts.in(session);
            for (Item item : items) {
                Upserted<ItemEntity> upserted = upserts.upsert(new ItemEntity(item));
                ids.add(upserted.entity().id);
                outcomes.add(upserted.outcome());
            }
            return new Answer(ids, outcomes);
        });
    }
}
