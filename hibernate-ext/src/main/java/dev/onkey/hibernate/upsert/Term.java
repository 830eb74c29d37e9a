/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A value that the server works out when it updates a row, in terms of attributes. */
sealed interface Term {

    /** What the row holds before the update. */
    record Stored(String attribute) implements Term {}

    /** What the candidate proposes. */
    record Proposed(String attribute) implements Term {}

    /** A value of the caller. */
    record Literal(@Nullable Object value) implements Term {}

    /** A function or operator: how its text begins, what stands between the operands, and how it ends. */
    record Call(String open, String separator, String close, List<Term> operands) implements Term {

        public Call {
            operands = List.copyOf(operands);
        }
    }

    static Term call(String open, String separator, String close, Term... operands) {
        return new Call(open, separator, close, List.of(operands));
    }

    /** Adds the attributes that it reads from the stored row. */
    default void collectStored(Set<String> attributes) {
        if (this instanceof Stored stored) {
            attributes.add(stored.attribute());
        } else if (this instanceof Call call) {
            call.operands().forEach(operand -> operand.collectStored(attributes));
        }
    }

    /** Adds every attribute that it names. */
    default void collectNamed(Set<String> attributes) {
        if (this instanceof Proposed proposed) {
            attributes.add(proposed.attribute());
        } else if (this instanceof Call call) {
            call.operands().forEach(operand -> operand.collectNamed(attributes));
        } else {
            collectStored(attributes);
        }
    }
}
