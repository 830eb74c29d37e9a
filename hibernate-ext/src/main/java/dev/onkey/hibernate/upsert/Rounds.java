/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Divides the input into rounds, one after the other, so that of rows with the same natural key the last one is written last. In a
 * round rows come in the order of their keys, which is the same in every session: so two sessions do not wait for each other.
 */
final class Rounds {

    private Rounds() {}

    static List<List<Candidate>> of(List<Candidate> input, EqualKeys equal) {
        List<Candidate> sorted = new ArrayList<>(input);
        sorted.sort(Comparator.comparing(equal::folded));
        List<List<Candidate>> rounds = new ArrayList<>();
        String before = "";
        int round = 0;
        for (Candidate each : sorted) {
            // keys that are equal but for case and accents as well: most collations call them equal
            String folded = equal.folded(each);
            round = folded.equals(before) ? round + 1 : 0;
            before = folded;
            if (round == rounds.size()) {
                rounds.add(new ArrayList<>());
            }
            rounds.get(round).add(each);
        }
        return rounds;
    }
}
