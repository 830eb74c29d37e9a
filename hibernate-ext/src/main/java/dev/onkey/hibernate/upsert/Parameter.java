/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import org.jspecify.annotations.Nullable;

/**
 * What is bound to one of a statement's parameters.
 *
 * @param source where the value comes from
 * @param column the position of the column that the value is bound like
 * @param literal the value, if it is part of the statement
 */
record Parameter(Source source, int column, @Nullable Object literal) {

    enum Source {
        /** What the row is inserted with. */
        INSERTED,
        /** What the row is updated with, where that differs. */
        UPDATED,
        /** A value that the caller has chosen for every row. */
        LITERAL
    }
}
