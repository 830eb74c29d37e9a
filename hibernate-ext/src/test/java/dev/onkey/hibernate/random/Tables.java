/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.random;

import dev.onkey.hibernate.random.Kind.Key;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The rows of both tables, by id, at one moment. */
final class Tables {

    /** The place of a row. */
    record Place(Kind kind, Long id) {}

    private final Map<Kind, Map<Long, Row>> rows = new EnumMap<>(Kind.class);

    Tables() {
        for (Kind kind : Kind.values()) {
            rows.put(kind, new TreeMap<>());
        }
    }

    Tables copy() {
        Tables copy = new Tables();
        rows.forEach((kind, byId) -> copy.rows.get(kind).putAll(byId));
        return copy;
    }

    Row at(Place place) {
        return rows.get(place.kind()).get(place.id());
    }

    void put(Kind kind, Row row) {
        rows.get(kind).put(row.id(), row);
    }

    void set(Place place, Row row) {
        if (row == null) {
            rows.get(place.kind()).remove(place.id());
        } else {
            put(place.kind(), row);
        }
    }

    Collection<Row> all(Kind kind) {
        return rows.get(kind).values();
    }

    /** The rows that have a natural key: one, but for what a snapshot and own rows show together. */
    List<Row> byNaturalKey(Kind kind, Row like, Collation collation) {
        return all(kind).stream()
                .filter(row -> collides(kind.keys().get(0), row, like, collation))
                .toList();
    }

    /** The keys by which a row would collide with others than the one with its id. */
    Set<Key> collisions(Kind kind, Row changed, Collation collation) {
        return collisions(kind, changed, changed.id(), collation);
    }

    /** The keys by which a row would collide with others than the one with an id. */
    Set<Key> collisions(Kind kind, Row changed, Long own, Collation collation) {
        Set<Key> collisions = new LinkedHashSet<>();
        for (Key key : kind.keys()) {
            if (all(kind).stream().anyMatch(row -> !row.id().equals(own) && collides(key, row, changed, collation))) {
                collisions.add(key);
            }
        }
        return collisions;
    }

    private static boolean collides(Key key, Row one, Row other, Collation collation) {
        return key.attributes().stream()
                .allMatch(attribute -> collation.areEqual(one.get(attribute), other.get(attribute)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tables tables && rows.equals(tables.rows);
    }

    @Override
    public int hashCode() {
        return rows.hashCode();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        rows.forEach((kind, byId) -> byId.values()
                .forEach(row -> text.append('\n').append(kind).append(' ').append(row)));
        return text.toString();
    }
}
