/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import java.sql.SQLException;
import java.util.List;

/** Items in parts of at most so many. */
record Chunks(int size) {

    void forEach(List<Item> items, Work work) throws SQLException {
        for (int from = 0; from < items.size(); from += size) {
            work.on(items.subList(from, Math.min(from + size, items.size())));
        }
    }

    /** What is done with a part. */
    @FunctionalInterface
    interface Work {
        void on(List<Item> part) throws SQLException;
    }
}
