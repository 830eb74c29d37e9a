/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Divides the input into rounds, one after the other, so that of rows with the same natural key the last one is written last. In a
 * round rows come in the order of their keys, which is the same in every session: so two sessions do not wait for each other.
 */
final class Rounds {

    private Rounds() {}

    static List<List<Candidate>> of(List<Candidate> input) {
        List<List<Candidate>> rounds = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Candidate each : input) {
            // keys that are equal but for case and accents as well: most collations call them equal
            int round = seen.merge(each.key().folded(), 1, Integer::sum) - 1;
            if (round == rounds.size()) {
                rounds.add(new ArrayList<>());
            }
            rounds.get(round).add(each);
        }
        rounds.forEach(round -> round.sort(Comparator.comparing(Candidate::key)));
        return rounds;
    }
}
