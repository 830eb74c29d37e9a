/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.Outcome;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** What has become of the rows of a call, in the order of its input. */
final class BulkResults {

    private final Input input;
    private final @Nullable WrittenRow[] rows;
    private final BitSet refused = new BitSet();

    BulkResults(Input input, int size) {
        this.input = input;
        this.rows = new WrittenRow[size];
    }

    void add(Candidate candidate, WrittenRow row) {
        rows[candidate.position()] = row;
    }

    /** Leaves a candidate out, if the input goes on without it. */
    void refuse(Candidate candidate, RuntimeException reason) {
        input.refuse(candidate.position(), reason);
        refused.set(candidate.position());
    }

    boolean isRefused(Candidate candidate) {
        return refused.get(candidate.position());
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
