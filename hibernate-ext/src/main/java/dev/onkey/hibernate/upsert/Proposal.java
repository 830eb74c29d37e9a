/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.row.TableShape;
import org.jspecify.annotations.Nullable;

/**
 * The row that a candidate proposes.
 *
 * @param instance the candidate, or the copy of it that its callbacks were called on
 * @param id the identifier of a new row, or null if the server makes it
 * @param values what the row is inserted with, one value for each column
 * @param updates what an existing row is updated with; the same array unless callbacks made a difference
 * @param shape the columns in the roles that they have for this candidate
 * @param separate the columns whose update proposes another value than the insert
 * @param versioned whether the candidate claims to know the version of the stored row
 */
record Proposal(
        Object instance,
        @Nullable Object id,
        @Nullable Object[] values,
        @Nullable Object[] updates,
        TableShape shape,
        Separate separate,
        boolean versioned) {}
