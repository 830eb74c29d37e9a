/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * What has to be done.
 *
 * @param size how many items are written
 * @param threads how many write them
 */
record Work(Discipline discipline, State state, int size, int threads) implements Serializable {

    static Work of(Discipline discipline, State state, int size) {
        return new Work(discipline, state, size, 1);
    }

    List<Item> items() {
        Items items = Items.written(state, size);
        return discipline == Discipline.GROWTH ? items : List.copyOf(items);
    }

    /** The same with as many items as it takes to get warm; a bulk does not need more than it has. */
    Work toGetWarm(int items) {
        return new Work(discipline, state, discipline.isBulk() ? Math.min(size, items) : items, threads);
    }

    String title() {
        return String.format(Locale.ROOT, "%s, %s, %,d", discipline, state.title(), size)
                .toLowerCase(Locale.ROOT)
                .replace('_', ' ');
    }
}
