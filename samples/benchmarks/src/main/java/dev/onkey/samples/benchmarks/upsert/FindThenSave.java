/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/**
 * Finds the entity, changes it or persists a new one, and starts again where another one was faster.
 *
 * @param updates whether one that is found is changed
 */
record FindThenSave(SessionFactory factory, boolean updates) implements Contestant {

    private static final int ATTEMPTS = 5;

    /** Else each query would look for changes in all that was found before. */
    private static final int FORGET_AFTER = 100;

    @Override
    public Answer write(List<Item> items) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Answer.ofIds(factory.fromTransaction(session -> save(session, items)));
            } catch (ConstraintViolationException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private List<@Nullable Long> save(Session session, List<Item> items) {
        List<@Nullable Long> ids = new ArrayList<>(items.size());
        for (Item item : items) {
            ItemEntity entity = session.createSelectionQuery("from ItemEntity where code = :code", ItemEntity.class)
                    .setParameter("code", item.code())
                    .getSingleResultOrNull();
            if (entity == null) {
                entity = new ItemEntity(item);
                session.persist(entity);
            } else if (updates) {
                entity.write(item);
            }
            ids.add(entity.id);
            if (ids.size() % FORGET_AFTER == 0) {
                session.flush();
                session.clear();
            }
        }
        return ids;
    }
}
