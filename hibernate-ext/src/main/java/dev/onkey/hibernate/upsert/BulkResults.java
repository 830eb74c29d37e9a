/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.Outcome;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What has become of the rows of a call, in the order of its input. */
final class BulkResults {

    private final Input input;
    private final @Nullable WrittenRow[] rows;
    private final SortedMap<Integer, RuntimeException> refused = new TreeMap<>();

    BulkResults(Input input, int size) {
        this.input = input;
        this.rows = new WrittenRow[size];
    }

    void add(Candidate candidate, WrittenRow row) {
        rows[candidate.position()] = row;
    }

    /**
     * Leaves a candidate out; throws the reason, if the input does not go on without it.
     *
     * @param patience so many are left out even so, as it may turn out that others are to be written before them
     */
    void refuse(Candidate candidate, RuntimeException reason, int patience) {
        refused.put(candidate.position(), reason);
        if (!input.goesOn() && refused.size() > patience) {
            tellRefused();
        }
    }

    boolean isRefused(Candidate candidate) {
        return refused.containsKey(candidate.position());
    }

    /** Tells those that were left out; throws the first one's reason, if the input does not go on without it. */
    void tellRefused() {
        refused.forEach(input::refuse);
    }

    WrittenRow of(Candidate candidate) {
        WrittenRow row = rows[candidate.position()];
        if (row == null) {
            throw new IllegalStateException("Nothing has become of candidate" + placeOf(candidate));
        }
        return row;
    }

    /** Where a candidate stands, for messages. */
    String placeOf(Candidate candidate) {
        return input.placeOf(candidate.position(), rows.length);
    }

    /** Whether rows are all that there are, and nobody asks for their ids. */
    boolean areCounted(int number) {
        return input.isCounted() && number == rows.length;
    }

    /** Whether anything has been written. */
    boolean hasChanges() {
        for (WrittenRow row : rows) {
            if (row != null && row.outcome() != Outcome.UNCHANGED) {
                return true;
            }
        }
        return false;
    }
}
