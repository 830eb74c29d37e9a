/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.random;

import dev.onkey.hibernate.upsert.Updating;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an upsert writes to a row that exists.
 *
 * @param written the attributes that the candidate's values are written to
 * @param excluding whether the library is told the others instead
 * @param rules the attributes that get another value
 * @param when the condition; null for none
 */
record Choice(Kind kind, Set<String> written, boolean excluding, Map<String, Rule> rules, When when) {

    static Choice all(Kind kind) {
        return new Choice(kind, writable(kind), true, Map.of(), null);
    }

    static Choice random(Kind kind, Random random) {
        Set<String> written = new TreeSet<>(writable(kind));
        written.removeIf(attribute -> random.nextInt(3) == 0);
        Map<String, Rule> rules = new TreeMap<>();
        for (int count = random.nextInt(3); count > 0; count--) {
            Rule rule = Rule.values()[random.nextInt(Rule.values().length)];
            List<String> targets =
                    rule == Rule.KEEP_IF_NULL ? List.copyOf(new TreeSet<>(writable(kind))) : List.of("score", "visits");
            rules.put(targets.get(random.nextInt(targets.size())), rule);
        }
        written.removeAll(rules.keySet());
        boolean conditional = random.nextInt(3) == 0;
        return new Choice(
                kind,
                written,
                random.nextBoolean(),
                rules,
                conditional ? When.values()[random.nextInt(When.values().length)] : null);
    }

    Updating<Object> updating() {
        Updating<Object> updating;
        if (excluding) {
            Set<String> excluded = new TreeSet<>(writable(kind));
            excluded.removeAll(written);
            excluded.removeAll(rules.keySet());
            updating = excluded.isEmpty() ? Updating.all() : Updating.except(excluded.toArray(new String[0]));
        } else {
            updating = written.isEmpty() ? Updating.nothing() : Updating.only(written.toArray(new String[0]));
        }
        for (Map.Entry<String, Rule> rule : rules.entrySet()) {
            updating = rule.getValue().add(rule.getKey(), updating);
        }
        return when == null ? updating : updating.updateIf(when.condition());
    }

    /** The row after the update; the same one if it does not change. */
    Row update(Row stored, Row proposed, Collation collation) {
        if (when != null && !when.holds(stored, proposed, collation)) {
            return stored;
        }
        Map<String, Object> values = new HashMap<>();
        written.forEach(attribute -> values.put(attribute, proposed.get(attribute)));
        rules.forEach((attribute, rule) -> values.put(attribute, rule.value(attribute, stored, proposed)));
        Row updated = stored.with(values);
        boolean moves = kind.versioned() && !updated.equals(stored);
        return moves ? updated.with("version", (int) stored.get("version") + 1) : updated;
    }

    /** Whether no order of the assignments lets each of them read what was stored before. */
    boolean isCircular() {
        List<String> waiting = new ArrayList<>(written);
        waiting.addAll(rules.keySet());
        for (List<String> unread = waiting; !unread.isEmpty(); ) {
            unread = waiting.stream()
                    .filter(each -> waiting.stream()
                            .noneMatch(
                                    other -> !other.equals(each) && reads(other).contains(each)))
                    .toList();
            waiting.removeAll(unread);
        }
        return !waiting.isEmpty();
    }

    private Set<String> reads(String attribute) {
        return rules.containsKey(attribute) ? Set.copyOf(rules.get(attribute).reads(attribute)) : Set.of();
    }

    private static Set<String> writable(Kind kind) {
        return Set.of("note", "visits", "score", kind.otherKey());
    }
}
