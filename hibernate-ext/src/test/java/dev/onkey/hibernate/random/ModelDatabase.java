/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.random;

import java.util.Iterator;
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
    private Iterator<Long> newIds = List.<Long>of().iterator();

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

    /** Takes the ids that the server has made in the last operation: those greater than any before, in their order. */
    void learnIds(Tables observed) {
        List<Long> made = observed.all(Kind.CONTACT).stream()
                .map(Row::id)
                .filter(id -> id > lastId)
                .sorted()
                .toList();
        newIds = made.iterator();
        lastId = made.isEmpty() ? lastId : made.get(made.size() - 1);
    }

    Long newId() {
        return newIds.hasNext() ? newIds.next() : -1L;
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
