/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import java.util.ArrayList;
import java.util.List;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;

/** Hibernate's own load by natural id; it only finds. */
record NaturalIdLoad(SessionFactory factory) implements Contestant {

    @Override
    public Answer write(List<Item> items) {
        return factory.fromTransaction(session -> {
            List<@Nullable Long> ids = new ArrayList<>(items.size());
            for (Item item : items) {
                NaturalIdItem found =
                        session.bySimpleNaturalId(NaturalIdItem.class).load(item.code());
                ids.add(found == null ? null : found.id);
            }
            return Answer.ofIds(ids);
        });
    }
}
