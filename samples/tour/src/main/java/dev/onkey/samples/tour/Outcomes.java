/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.tour;

import dev.onkey.hibernate.Outcome;
import dev.onkey.hibernate.UpsertedRow;
import java.util.EnumMap;
import java.util.Map;

/** How often which outcome was reported. */
final class Outcomes {

    private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);

    void add(UpsertedRow row) {
        counts.merge(row.outcome(), 1L, Long::sum);
    }

    long of(Outcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }

    /** {@code 32,527 CREATED, 3 UPDATED, 0 UNCHANGED}. */
    @Override
    public String toString() {
        return Report.number(of(Outcome.CREATED)) + " CREATED, " + Report.number(of(Outcome.UPDATED)) + " UPDATED, "
                + Report.number(of(Outcome.UNCHANGED)) + " UNCHANGED";
    }
}
