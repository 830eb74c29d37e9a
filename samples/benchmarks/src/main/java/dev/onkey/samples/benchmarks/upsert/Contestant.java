/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import java.sql.SQLException;
import java.util.List;

/** A way to write rows. Thread safe. */
@FunctionalInterface
interface Contestant {

    /** Writes the items in one transaction. */
    Answer write(List<Item> items) throws SQLException;
}
