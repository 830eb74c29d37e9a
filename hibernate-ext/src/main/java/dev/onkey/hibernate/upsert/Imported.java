/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * How far an import has come: while it runs the rows that are in by then, and in the end all of them.
 *
 * @param position how many candidates of the input are done with, those before the start included: where to go on
 * @param created rows that were inserted
 * @param updated rows that were there, and changed
 * @param unchanged rows that were there, and are as they were
 * @param refused candidates that were left out, as they cannot be written
 * @param elapsed since the import began
 * @param expected how many candidates the input has, those before the start included; empty if nobody has said
 * @since 0.1
 */
public record Imported(
        long position,
        long created,
        long updated,
        long unchanged,
        long refused,
        Duration elapsed,
        OptionalLong expected) {

    /** The candidates that this import has read, refused ones included. */
    public long rows() {
        return created + updated + unchanged + refused;
    }

    /** The candidates a second, on the average since the import began; 0 before any time has passed. */
    public long rowsPerSecond() {
        long nanos = elapsed.toNanos();
        return nanos == 0 ? 0 : Math.round(rows() * 1e9 / nanos);
    }

    /** A line for a log: {@code 12000 of 1000000, 4000 rows/s: 10000 created, 1500 updated, 500 unchanged, 0 refused}. */
    @Override
    public String toString() {
        return position + (expected.isPresent() ? " of " + expected.getAsLong() : "") + ", " + rowsPerSecond()
                + " rows/s: " + created + " created, " + updated + " updated, " + unchanged + " unchanged, " + refused
                + " refused";
    }
}
