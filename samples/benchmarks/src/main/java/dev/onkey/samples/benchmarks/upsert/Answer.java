/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import dev.onkey.hibernate.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a contestant says of the rows that it wrote.
 *
 * @param ids in the order of the items; null if it cannot tell them
 * @param outcomes likewise
 * @param counts how often there was each outcome; null if it cannot tell that, or tells each outcome
 */
record Answer(
        @Nullable List<@Nullable Long> ids,
        @Nullable List<Outcome> outcomes,
        @Nullable Map<Outcome, Long> counts) {

    static final Answer NONE = new Answer(null, null);

    Answer(@Nullable List<@Nullable Long> ids, @Nullable List<Outcome> outcomes) {
        this(ids, outcomes, null);
    }

    static Answer ofCounts(long created, long updated, long unchanged) {
        return new Answer(
                null, null, Map.of(Outcome.CREATED, created, Outcome.UPDATED, updated, Outcome.UNCHANGED, unchanged));
    }

    static Answer ofIds(List<@Nullable Long> ids) {
        return new Answer(ids, null);
    }

    static Answer ofId(@Nullable Long id) {
        List<@Nullable Long> ids = new ArrayList<>(1);
        ids.add(id);
        return ofIds(ids);
    }

    /** One answer of several, in their order. */
    static Answer of(List<Answer> parts) {
        List<@Nullable Long> ids = new ArrayList<>(parts.size());
        List<Outcome> outcomes = new ArrayList<>(parts.size());
        for (Answer part : parts) {
            if (part.ids != null) {
                ids.addAll(part.ids);
            }
            if (part.outcomes != null) {
                outcomes.addAll(part.outcomes);
            }
        }
        return new Answer(ids.isEmpty() ? null : ids, outcomes.isEmpty() ? null : outcomes);
    }
}
