/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import java.util.ArrayList;
import java.util.List;

/** Divides rows into as many as one statement may hold. */
final class Chunks {

    /** More of them make a statement no faster. */
    private static final int MOST_ROWS = 1_000;

    /** The protocol counts the parameters of a statement that the server prepares in two bytes. */
    private static final int MOST_PARAMETERS = 65_535;

    private static final long MOST_BYTES = 4L << 20;

    private Chunks() {}

    /**
     * Divides them.
     *
     * @param parameters the most that a row has in any of its statements
     * @param maxAllowedPacket the server's, in bytes
     */
    static List<List<Candidate>> of(List<Candidate> rows, int parameters, long maxAllowedPacket) {
        int mostRows = Math.max(1, Math.min(MOST_ROWS, MOST_PARAMETERS / (parameters + 1)));
        long mostBytes = Math.min(MOST_BYTES, maxAllowedPacket / 2);
        List<List<Candidate>> chunks = new ArrayList<>();
        int start = 0;
        long bytes = 0;
        for (int i = 0; i < rows.size(); i++) {
            long size = rows.get(i).size();
            if (i > start && (i - start == mostRows || bytes + size > mostBytes)) {
                chunks.add(rows.subList(start, i));
                start = i;
                bytes = 0;
            }
            bytes += size;
        }
        if (start < rows.size()) {
            chunks.add(rows.subList(start, rows.size()));
        }
        return chunks;
    }
}
