/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/** Reads many entities in few queries, as far as the transaction's snapshot shows them. */
final class EntityQuery<E> {

    private static final int MOST_ROWS = 1_000;

    private final Class<E> type;
    private final @Nullable String identifier;
    private final SharedSessionContractImplementor session;

    EntityQuery(Class<E> type, UpsertPlan plan, SharedSessionContractImplementor session) {
        this.type = type;
        this.identifier = plan.entity().search().identifier();
        this.session = session;
    }

    /** The entities that have one of the natural keys, each given by the values of its attributes. */
    List<E> byKeys(List<Map<String, ?>> keys) {
        return inParts(keys, this::hasOneOf);
    }

    /** The entities that have one of the identifiers; none if these are of several attributes, and no query can name them. */
    List<E> byIds(List<Object> ids) {
        return identifier == null
                ? List.of()
                : inParts(ids, (root, part) -> root.get(identifier).in(part));
    }

    private <K> List<E> inParts(List<K> all, BiFunction<Root<E>, List<K>, Predicate> condition) {
        List<E> found = new ArrayList<>(all.size());
        for (int start = 0; start < all.size(); start += MOST_ROWS) {
            List<K> part = all.subList(start, Math.min(all.size(), start + MOST_ROWS));
            CriteriaQuery<E> query = session.getCriteriaBuilder().createQuery(type);
            Root<E> root = query.from(type);
            found.addAll(session.createQuery(query.where(condition.apply(root, part)))
                    // one for each number of rows would fill the cache
                    .setQueryPlanCacheable(false)
                    .getResultList());
        }
        return found;
    }

    private Predicate hasOneOf(Root<E> root, List<Map<String, ?>> keys) {
        Collection<String> paths = keys.get(0).keySet();
        if (paths.size() == 1) {
            String path = paths.iterator().next();
            return at(root, path).in(keys.stream().map(key -> key.get(path)).toList());
        }
        CriteriaBuilder builder = session.getCriteriaBuilder();
        return builder.or(keys.stream()
                .map(key -> builder.and(paths.stream()
                        .map(path -> builder.equal(at(root, path), key.get(path)))
                        .toArray(Predicate[]::new)))
                .toArray(Predicate[]::new));
    }

    private static Path<?> at(Root<?> root, String path) {
        Path<?> at = root;
        for (String name : path.split("\\.")) {
            at = at.get(name);
        }
        return at;
    }
}
