/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import dev.onkey.hibernate.upsert.Upserts;
import java.util.List;
import java.util.function.Function;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;

/**
 * {@code getOrCreate}: the managed entity.
 *
 * @param candidate makes an entity of an item
 * @param id the id of one
 */
record OnkeyGetOrCreate<E>(SessionFactory factory, Function<Item, E> candidate, Function<E, @Nullable Long> id)
        implements Contestant {

    @Override
    public Answer write(List<Item> items) {
        return factory.fromTransaction(session -> {
            Upserts upserts = Upserts.in(session);
            return Answer.ofIds(items.stream()
                    .<@Nullable Long>map(item -> id.apply(upserts.getOrCreate(candidate.apply(item))))
                    .toList());
        });
    }
}
