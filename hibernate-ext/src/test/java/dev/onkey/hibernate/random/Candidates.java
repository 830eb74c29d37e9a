/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.random;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Random rows of so few values that they collide all the time. */
final class Candidates {

    /** Some of these are equal to some collations. */
    static final List<String> TEXTS = List.of("a", "A", "á", "a ", "ß", "ss", "s", "b", "B", "", " ", "1", "１");

    private final Random random;
    private final ModelDatabase database;

    Candidates(Random random, ModelDatabase database) {
        this.random = random;
        this.database = database;
    }

    Kind kind() {
        return Kind.values()[random.nextInt(Kind.values().length)];
    }

    /** What an application proposes. */
    Row row(Kind kind) {
        Map<String, Object> values = new TreeMap<>();
        kind.attributes().keySet().forEach(attribute -> values.put(attribute, value(kind, attribute)));
        List<Row> stored = List.copyOf(database.current().all(kind));
        if (stored.isEmpty() || random.nextInt(5) > 1) {
            return new Row(values);
        }
        // much like one that is stored
        Row like = stored.get(random.nextInt(stored.size())).with(changes(kind));
        Row fresh = kind.versioned() ? like.with("version", 0) : like;
        return kind.generatesId() ? fresh.with("id", null) : fresh;
    }

    /** Changes of a few attributes, or of none of an entity. */
    Map<String, Object> changes(Kind kind) {
        List<String> changeable = kind.attributes().keySet().stream()
                .filter(attribute -> !List.of("id", "version", "origin").contains(attribute))
                .toList();
        Map<String, Object> changes = new TreeMap<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            String attribute = changeable.get(random.nextInt(changeable.size()));
            changes.put(attribute, value(kind, attribute));
        }
        return changes;
    }

    Object value(Kind kind, String attribute) {
        return switch (attribute) {
            case "id" -> kind.generatesId() ? null : Long.valueOf(1 + random.nextInt(6));
            case "version" -> 0;
            case "office", "visits" -> random.nextInt(2);
            case "score" -> random.nextInt(3) == 0 ? null : random.nextInt(4);
            case "phone", "note" -> random.nextInt(3) == 0 ? null : text();
            default -> text();
        };
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }
}
