/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import java.util.Set;

/**
 * A contestant and what it enters for.
 *
 * @param note what it needs or does that the others do not; empty if there is nothing
 * @param table the one that it writes to
 */
record Entry(String name, Kind kind, Set<Discipline> disciplines, ItemTable table, Contestant contestant, String note) {

    boolean enters(Work work) {
        return disciplines.contains(work.discipline());
    }
}
