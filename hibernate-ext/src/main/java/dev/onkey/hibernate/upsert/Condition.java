/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static dev.onkey.hibernate.upsert.Term.call;

/**
 * Whether a row is to be updated, for {@link Updating#updateIf}; made from {@linkplain Expression expressions}.
 *
 * <p>A condition is true or false, also where values are null. Immutable and thread safe.
 *
 * @since 0.1
 */
public final class Condition {

    private final Term term;

    Condition(Term term) {
        // a comparison with null is neither true nor false to SQL, and its negation would not be true either
        this.term = call("COALESCE(", "", ", FALSE)", term);
    }

    private Condition(String open, String separator, Term... operands) {
        this.term = call(open, separator, ")", operands);
    }

    /** Whether both hold. */
    public Condition and(Condition other) {
        return new Condition("(", " AND ", term, other.term);
    }

    /** Whether at least one of them holds. */
    public Condition or(Condition other) {
        return new Condition("(", " OR ", term, other.term);
    }

    /** Whether it does not hold. */
    public Condition not() {
        return new Condition("(NOT ", "", term);
    }

    Term term() {
        return term;
    }
}
