/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.random;

import java.util.ArrayList;
import java.util.List;

/** The tables as they are committed, and as the one transaction that writes has left them. */
final class ModelDatabase {

    private final Collation collation;
    private final Variant variant;
    private Tables committed = new Tables();
    private Tables current = new Tables();
    private ModelContext writer;
    private int commits;
    private long lastId;
    private List<Row> made = List.of();

    ModelDatabase(Collation collation, Variant variant) {
        this.collation = collation;
        this.variant = variant;
    }

    Collation collation() {
        return collation;
    }

    Variant variant() {
        return variant;
    }

    Tables committed() {
        return committed;
    }

    /** How often anything has been committed. */
    int commits() {
        return commits;
    }

    Tables current() {
        return current;
    }

    /** Whether a transaction may write now: one at a time, so that none ever waits for another. */
    boolean lets(ModelContext context) {
        return writer == null || writer == context;
    }

    void writes(ModelContext context) {
        writer = context;
    }

    boolean isWriter(ModelContext context) {
        return writer == context;
    }

    /** Takes the rows whose ids the server has made in the last operation: those greater than any before. */
    void learnIds(Tables observed) {
        made = new ArrayList<>(observed.all(Kind.CONTACT).stream()
                .filter(row -> row.id() > lastId)
                .toList());
        lastId = made.stream().mapToLong(Row::id).max().orElse(lastId);
    }

    /** The id that the server has made for a new row; it may make several in any order. */
    Long newId(Kind kind, Row candidate) {
        for (Row row : made) {
            if (kind.naturalKeyOf(row).equals(kind.naturalKeyOf(candidate))) {
                made.remove(row);
                return row.id();
            }
        }
        return -1L;
    }

    /** Goes back to an earlier state of the transaction. */
    void restore(Tables before) {
        current = before;
    }

    void end(ModelContext context, boolean commit) {
        if (writer == context) {
            writer = null;
            if (commit) {
                committed = current.copy();
                commits++;
            } else {
                current = committed.copy();
            }
        }
    }
}
