/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import java.util.List;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;

/** Hibernate's {@code StatelessSession.upsertMultiple}, which knows a row by its id: here the application has assigned them all. */
record UpsertMultiple(SessionFactory factory) implements Contestant {

    @Override
    public Answer write(List<Item> items) {
        List<AssignedItem> candidates = items.stream().map(AssignedItem::new).toList();
        factory.inStatelessTransaction(session -> session.upsertMultiple(candidates));
        return Answer.ofIds(
                candidates.stream().<@Nullable Long>map(each -> each.id).toList());
    }
}
