/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

/**
 * What a call carries over from one chunk of rows to the next.
 *
 * @param newRows whether the rows to come are likely to be new
 * @param statements those that are prepared already
 */
record Carryover(NewRows newRows, KeptStatements statements) {}
