/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import java.util.HashMap;
import java.util.Map;

/** The keys that the server has taken for the same, though nothing here could know: its collation says so, or a column that rounds. */
final class EqualKeys {

    private static final String ANY = "any";

    private final Map<String, String> equal = new HashMap<>();
    private boolean unknown;

    /** The same for all keys that are the same, as far as is known; in its order rows are written. */
    String folded(Candidate candidate) {
        String folded = unknown ? ANY : candidate.key().folded();
        while (equal.containsKey(folded)) {
            folded = equal.get(folded);
        }
        return folded;
    }

    /** Learns that two are the same; returns whether that is new. */
    boolean add(Candidate one, Candidate other) {
        String first = folded(one);
        String second = folded(other);
        int order = first.compareTo(second);
        if (order != 0) {
            equal.put(order < 0 ? second : first, order < 0 ? first : second);
        }
        return order != 0;
    }

    /** Learns that nobody can say, so that any two may be the same; returns whether that is new. */
    boolean addUnknown() {
        boolean known = !unknown;
        unknown = true;
        equal.clear();
        return known;
    }
}
