/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.row.Identifiers;
import dev.onkey.hibernate.row.MappedEntity;
import dev.onkey.hibernate.row.TableShape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether candidates that were written to the same row were so in the order of the input. */
final class WriteOrder {

    private final Identifiers ids;
    private final TableShape shape;
    private final EqualKeys equal;
    private final Map<Object, Candidate> last = new HashMap<>();
    private boolean kept = true;

    /**
     * For a pass over the input.
     *
     * @param equal is told which keys the server takes for the same
     */
    WriteOrder(MappedEntity entity, EqualKeys equal) {
        this.ids = entity.identifiers();
        this.shape = entity.shape();
        this.equal = equal;
    }

    /** Adds a candidate, and the row that it has been written to: one that is only counted is nobody else's. */
    void add(Candidate candidate, WrittenRow row) {
        Object id = row.id();
        if (id != null) {
            add(
                    candidate,
                    ids.basic()
                            ? ids.rowOf(id)
                            : ids.rowOf(shape.idOf(candidate.proposal().values())));
        }
    }

    /** Adds a candidate, and the values of its row's id. */
    void add(Candidate candidate, List<@Nullable Object> id) {
        add(candidate, ids.rowOf(id));
    }

    /**
     * Checks what has been written so far.
     *
     * @throws BrokenException if a candidate was written after one that comes later
     */
    void check() {
        if (!kept) {
            throw new BrokenException();
        }
    }

    private void add(Candidate candidate, Object row) {
        Candidate other = last.get(row);
        if (other != null) {
            equal.add(candidate, other);
        }
        if (other == null || other.position() < candidate.position()) {
            last.put(row, candidate);
        } else {
            kept = false;
        }
    }

    /** Rows are to be taken back, and written again in the order that is known by now. */
    static final class BrokenException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private BrokenException() {
            super(null, null, true, false);
        }
    }
}
