/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.Outcome;

/**
 * What the server said of one statement of the engine.
 *
 * @param count the update count: 2 for a changed row, 0 for an unchanged one or 1 if the driver counts found rows, 1 for a new one
 * @param key the reported key, as a signed number
 */
record Answer(long count, long key) {

    /** What happened to a row whose id the server makes: an id that comes back negated existed. */
    Outcome outcomeOfAutoIncrement() {
        // the count first: with an UPDATE trigger on the table a changed row reports its id as it is
        if (count == 2) {
            return Outcome.UPDATED;
        }
        return key < 0 ? Outcome.UNCHANGED : Outcome.CREATED;
    }

    /** What happened to a row whose id is known before it is written. */
    Outcome outcomeOfAssigned() {
        if (count == 2) {
            return Outcome.UPDATED;
        }
        return key == UpsertSql.CREATED ? Outcome.CREATED : Outcome.UNCHANGED;
    }

    /** Whether the row exists under another text than the candidate's id, which the server calls equal. */
    boolean hasOtherText() {
        return key > UpsertSql.OTHER_TEXT;
    }

    /** What happened to a row that is known to exist. */
    Outcome outcomeOfExisting() {
        return count == 2 ? Outcome.UPDATED : Outcome.UNCHANGED;
    }

    /** The id of the row, if the server makes it. */
    long autoIncrement() {
        return Math.abs(key);
    }
}
