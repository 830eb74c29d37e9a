/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.random;

import static dev.onkey.hibernate.upsert.Expression.proposed;
import static dev.onkey.hibernate.upsert.Expression.stored;
import static dev.onkey.hibernate.upsert.Expression.value;

import dev.onkey.hibernate.upsert.Condition;

/** Whether a row is to be updated: as the library is told, and as the model works it out. */
enum When {
    MORE_VISITS("visits") {
        @Override
        Condition condition() {
            return proposed("visits").isGreaterThan(stored("visits"));
        }

        @Override
        boolean holds(Row stored, Row proposed, Collation collation) {
            return (int) proposed.get("visits") > (int) stored.get("visits");
        }
    },
    NO_NOTE("note") {
        @Override
        Condition condition() {
            return stored("note").isNull();
        }

        @Override
        boolean holds(Row stored, Row proposed, Collation collation) {
            return stored.get("note") == null;
        }
    },
    OTHER_NOTE("note") {
        @Override
        Condition condition() {
            return stored("note").isNotEqualTo(proposed("note"));
        }

        @Override
        boolean holds(Row stored, Row proposed, Collation collation) {
            Object one = stored.get("note");
            Object other = proposed.get("note");
            return !(one == null && other == null || collation.areEqual(one, other));
        }
    },
    NOT_A_LOW_SCORE("score") {
        @Override
        Condition condition() {
            return stored("score").isLessThan(value(2)).not();
        }

        @Override
        boolean holds(Row stored, Row proposed, Collation collation) {
            return stored.get("score") == null || (int) stored.get("score") >= 2;
        }
    };

    private final String reads;

    When(String reads) {
        this.reads = reads;
    }

    /** The attribute whose stored value it reads. */
    String reads() {
        return reads;
    }

    abstract Condition condition();

    abstract boolean holds(Row stored, Row proposed, Collation collation);
}
