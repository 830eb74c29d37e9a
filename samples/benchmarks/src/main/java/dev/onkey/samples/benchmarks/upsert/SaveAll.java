/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;

/** What {@code saveAll} of Spring Data does, on ids that one query for many codes has found: {@code persist} or {@code merge}. */
record SaveAll(SessionFactory factory, Chunks chunks) implements Contestant {

    @Override
    public Answer write(List<Item> items) throws SQLException {
        List<@Nullable Long> ids = new ArrayList<>(items.size());
        try (Session session = factory.openSession()) {
            session.beginTransaction();
            chunks.forEach(items, part -> {
                List<ItemEntity> saved = saveAll(session, part, ids(session, part));
                session.flush();
                saved.forEach(each -> ids.add(each.id));
                session.clear();
            });
            session.getTransaction().commit();
        }
        return Answer.ofIds(ids);
    }

    private static List<ItemEntity> saveAll(Session session, List<Item> items, Map<String, Long> ids) {
        List<ItemEntity> saved = new ArrayList<>(items.size());
        for (Item item : items) {
            ItemEntity candidate = new ItemEntity(item);
            candidate.id = ids.get(item.code());
            if (candidate.id == null) {
                session.persist(candidate);
                saved.add(candidate);
            } else {
                saved.add(session.merge(candidate));
            }
        }
        return saved;
    }

    private static Map<String, Long> ids(Session session, List<Item> items) {
        Map<String, Long> ids = new HashMap<>();
        session.createSelectionQuery("from ItemEntity where code in (:codes)", ItemEntity.class)
                .setParameterList("codes", items.stream().map(Item::code).toList())
                .getResultList()
                .forEach(each -> ids.put(each.code, Objects.requireNonNull(each.id)));
        return ids;
    }
}
