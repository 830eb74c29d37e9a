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
    private final List<Candidate> candidates;
    private final EqualKeys equal;
    private final Map<Object, Candidate> last = new HashMap<>();
    private boolean kept = true;
    private boolean learned;

    /**
     * For a pass over the input.
     *
     * @param candidates all of them
     * @param equal is told which keys the server takes for the same
     */
    WriteOrder(MappedEntity entity, List<Candidate> candidates, EqualKeys equal) {
        this.ids = entity.identifiers();
        this.shape = entity.shape();
        this.candidates = candidates;
        this.equal = equal;
    }

    /** Whether there is an order at all. */
    boolean isOfSeveral() {
        return candidates.size() > 1;
    }

    /** Adds a candidate, and the row that it has been written to: one that is only counted is nobody else's. */
    void add(Candidate candidate, WrittenRow row) {
        Object id = row.id();
        if (id != null) {
            add(candidate, ids.basic() ? ids.rowOf(id) : ownRow(candidate));
        }
    }

    /** Adds a candidate, and the values of its row's id. */
    void add(Candidate candidate, List<@Nullable Object> id) {
        add(candidate, ids.rowOf(id));
    }

    /** Whether the values of a row's id are those of the candidate, which has one. */
    boolean isOwn(Candidate candidate, List<@Nullable Object> id) {
        return ids.rowOf(id).equals(ownRow(candidate));
    }

    /** Adds a candidate that was refused, and the values of the id that its row has by now. */
    void addRefused(Candidate candidate, List<@Nullable Object> id) {
        Candidate other = last.get(ids.rowOf(id));
        if (other != null) {
            learned |= equal.add(candidate, other);
            // one that belongs behind it, or before it and was not written yet, may be the reason
            kept = false;
        }
    }

    /** Adds a candidate of whose row nothing is known, as it cannot be found by the key that was given. */
    void addUnknown() {
        learned |= equal.addUnknown();
        kept = false;
    }

    /** Whether the order is, but for some rare collations, the right one: all keys are of plain letters and whole numbers. */
    boolean isCertain() {
        return candidates.stream().allMatch(each -> each.key().isPlain());
    }

    /** What is to be thrown where nothing can be told of a row until all are written one by one. */
    BrokenException lost() {
        equal.addUnknown();
        return new BrokenException();
    }

    /**
     * Checks what has been written.
     *
     * @throws BrokenException if a candidate was written after one that comes later
     */
    void check() {
        // in an order that was known before nothing can be written after what it belongs before
        if (!kept && learned) {
            throw new BrokenException();
        }
    }

    private Object ownRow(Candidate candidate) {
        return ids.rowOf(shape.idOf(candidate.proposal().values()));
    }

    private void add(Candidate candidate, Object row) {
        Candidate other = last.get(row);
        if (other != null) {
            learned |= equal.add(candidate, other);
        }
        if (other == null || other.position() < candidate.position()) {
            last.put(row, candidate);
        } else {
            kept = false;
        }
    }

    /** Rows are to be taken back, and written again in an order that is better known by now. */
    static final class BrokenException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private BrokenException() {
            super(null, null, true, false);
        }
    }
}
