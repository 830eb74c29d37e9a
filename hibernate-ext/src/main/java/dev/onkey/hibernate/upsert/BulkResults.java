/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.Outcome;
import org.jspecify.annotations.Nullable;

/** What has become of the rows of a call, in the order of its input. */
final class BulkResults {

    private final @Nullable WrittenRow[] rows;

    BulkResults(int size) {
        this.rows = new WrittenRow[size];
    }

    void add(Candidate candidate, WrittenRow row) {
        rows[candidate.position()] = row;
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
        return rows.length == 1 ? "" : ", number " + (candidate.position() + 1) + " of " + rows.length;
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
