/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.row.RowKey;
import org.jspecify.annotations.Nullable;

/**
 * One of many rows that are written in one call.
 *
 * @param position where it stands in the input
 * @param proposal the row
 * @param key its natural key
 * @param size about how many bytes the row takes in a statement; hardly ever fewer than it really takes
 */
record Candidate(int position, Proposal proposal, RowKey key, long size) {

    Candidate(int position, Proposal proposal, RowKey key) {
        this(position, proposal, key, size(proposal.values()));
    }

    private static long size(@Nullable Object[] values) {
        long size = 0;
        for (Object value : values) {
            if (value instanceof String text) {
                size += 3L * text.length();
            } else if (value instanceof byte[] bytes) {
                size += 2L * bytes.length;
            }
            size += 32;
        }
        return size;
    }
}
