/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.row.RowKey;

/**
 * One of many rows that are written in one call.
 *
 * @param position where it stands in the input
 * @param proposal the row
 * @param key its natural key
 */
record Candidate(int position, Proposal proposal, RowKey key) {

    /** About how many bytes the row takes in a statement; hardly ever fewer than it really takes. */
    long size() {
        long size = 0;
        for (Object value : proposal.values()) {
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
