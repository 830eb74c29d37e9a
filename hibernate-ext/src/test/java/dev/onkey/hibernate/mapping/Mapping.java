/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** A mapping, and how rows of it are made. */
final class Mapping<E> {

    final Class<E> type;
    final BiFunction<Long, Values, E> row;
    final List<Class<?>> entities = new ArrayList<>();
    final Map<String, Object> settings = new LinkedHashMap<>();
    Set<String> keys = Set.of("id", "code");
    Set<String> kept = Set.of();
    Set<String> moved = Set.of();
    Set<String> left = Set.of();

    /**
     * Declares a mapping.
     *
     * @param row makes a row from the number of its key and random values; the same numbers and values make the same row
     */
    Mapping(Class<E> type, BiFunction<Long, Values, E> row, Class<?>... others) {
        this.type = type;
        this.row = row;
        entities.add(type);
        entities.addAll(List.of(others));
    }

    /** Sets a property of Hibernate. */
    Mapping<E> set(String key, Object value) {
        settings.put(key, value);
        return this;
    }

    /** The columns in which rows differ that are otherwise the same. */
    Mapping<E> keys(String... columns) {
        keys = Set.of(columns);
        return this;
    }

    /** The columns whose values depend on when the row is created. */
    Mapping<E> kept(String... columns) {
        kept = Set.of(columns);
        return this;
    }

    /** The columns whose values depend on when the row is changed. */
    Mapping<E> moved(String... columns) {
        moved = Set.of(columns);
        return this;
    }

    /** The attributes that Hibernate writes to an existing row, and Onkey does not. */
    Mapping<E> left(String... attributes) {
        left = Set.of(attributes);
        return this;
    }

    @Override
    public String toString() {
        return type.getSimpleName();
    }
}
