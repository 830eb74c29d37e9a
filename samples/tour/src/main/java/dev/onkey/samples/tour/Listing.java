/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.tour;

import java.util.List;

/** A file as it was read: the rows that can be loaded, and the others. */
record Listing(List<Row> rows, List<BadRow> badRows) {

    Listing {
        rows = List.copyOf(rows);
        badRows = List.copyOf(badRows);
    }

    /** A row with everything that an assignment needs, without blanks around. */
    record Row(long line, String registry, String block, String organisation) {}

    /** A row that cannot be loaded, and why. */
    record BadRow(long line, String reason) {}
}
