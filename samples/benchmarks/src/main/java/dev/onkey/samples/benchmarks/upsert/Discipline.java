/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

/** A kind of work. Not everybody can do each. */
enum Discipline {
    /** Many rows in one transaction. */
    BULK("JDBC, multi-row + ids"),
    /** One row in a transaction of its own, one after the other. */
    ONE_ROW("JDBC, one by one"),
    /** Likewise, rows that exist are asked for. */
    GET("JDBC, SELECT"),
    /** Likewise, rows that do not exist are asked for. */
    CREATE("JDBC, SELECT"),
    /** As {@link #ONE_ROW}, but many threads at once, on one row. */
    HOT_KEY("JDBC, one by one"),
    /** As {@link #BULK}, with rows that are made when they are asked for. */
    GROWTH("JDBC, multi-row + ids");

    private final String baseline;

    Discipline(String baseline) {
        this.baseline = baseline;
    }

    /** The name of the contestant that the others are compared with. */
    String baseline() {
        return baseline;
    }

    boolean isBulk() {
        return this == BULK || this == GROWTH;
    }
}
