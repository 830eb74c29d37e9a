/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

/**
 * What a call carries over from one chunk of rows to the next.
 *
 * @param newRows whether the rows to come are likely to be new
 * @param statements those that are prepared already
 * @param refreshed the session's entities that are as these rows are
 */
record Carryover(NewRows newRows, KeptStatements statements, Refreshed refreshed) {

    /** Of a call that brings the session up to date when all is written. */
    Carryover(NewRows newRows, KeptStatements statements) {
        this(newRows, statements, new Refreshed());
    }
}
