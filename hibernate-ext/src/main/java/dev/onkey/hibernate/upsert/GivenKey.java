/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.row.MappedEntity;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/** A natural key that the caller gives by names and values. */
final class GivenKey {

    private GivenKey() {}

    /**
     * Checks the key before any SQL.
     *
     * @return its values in a fixed order
     * @throws IllegalArgumentException if it is not the entity's natural key, or has a value by which nothing can be found
     */
    static Map<String, Object> checked(
            Map<String, ?> given, MappedEntity entity, SharedSessionContractImplementor session) {
        Set<String> problems = new LinkedHashSet<>();
        Set<String> columns = new HashSet<>();
        given.forEach((path, value) -> {
            Set<String> here = entity.search().columnsOf(path);
            if (here.isEmpty()) {
                problems.add("it has no attribute '" + path + "' that is stored in its row");
            } else if (!entity.search().columns().containsAll(here)) {
                problems.add("'" + path + "' is not part of it");
            } else if (value == null) {
                problems.add("'" + path + "' is null, which is equal to nothing in a unique key");
            }
            columns.addAll(here);
        });
        if (problems.isEmpty() && !columns.equals(entity.search().columns())) {
            Set<String> missing = new LinkedHashSet<>(entity.search().paths());
            missing.removeIf(path -> columns.containsAll(entity.search().columnsOf(path)));
            problems.add("the values of " + missing + " are missing");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(entity.simpleName() + " is recognised by its natural key "
                    + entity.naturalKey() + ", and " + given.keySet() + " is not that: " + String.join("; ", problems)
                    + ".");
        }
        Map<String, Object> checked = new LinkedHashMap<>();
        given.keySet().stream().sorted().forEach(path -> {
            Object value = Objects.requireNonNull(given.get(path));
            entity.search().check(path, value, session);
            checked.put(path, value);
        });
        return checked;
    }

    /**
     * Checks that a candidate has the key that it was made for.
     *
     * @throws IllegalArgumentException if it has another
     */
    static void checkSame(
            Map<String, Object> given,
            Object candidate,
            MappedEntity entity,
            SharedSessionContractImplementor session) {
        given.forEach((path, value) -> {
            Object proposed = entity.search().valueOf(candidate, path);
            List<@Nullable Object> asked = entity.search().columnValues(path, value, session);
            if (!Objects.deepEquals(
                    asked.toArray(),
                    entity.search().columnValues(path, proposed, session).toArray())) {
                throw new IllegalArgumentException("The candidate for " + entity.simpleName() + " has another '" + path
                        + "' than it is searched by: make it with the key that it is to be found by.");
            }
        });
    }
}
