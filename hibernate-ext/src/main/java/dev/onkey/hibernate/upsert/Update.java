/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.row.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a statement writes to a row that exists.
 *
 * @param assignments in the order in which the server carries them out
 * @param moved the version and the timestamps, which are written if the row changes
 * @param condition when anything is written at all; null for always
 */
record Update(
        List<Assignment> assignments,
        List<Column> moved,
        @Nullable Term condition) {

    Update {
        assignments = List.copyOf(assignments);
        moved = List.copyOf(moved);
    }

    /** Leaves the row as it is. */
    static final Update NOTHING = new Update(List.of(), List.of(), null);

    /** Whether it writes what the candidate proposes, and nothing else. */
    boolean isPlain() {
        return condition == null && assignments.stream().allMatch(each -> each.value() == null);
    }

    /**
     * A value for a column.
     *
     * @param value null for what the candidate proposes
     */
    record Assignment(Column column, @Nullable Term value) {}
}
