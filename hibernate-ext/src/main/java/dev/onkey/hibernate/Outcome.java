/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate;

/**
 * What a statement did to the row.
 *
 * @since 0.1
 */
public enum Outcome {
    /** No row had the natural key; this call inserted it. */
    CREATED,

    /** A row had the natural key, and at least one of its columns changed. */
    UPDATED,

    /** A row had the natural key, and it is as it was: no column, no version, no timestamp moved. */
    UNCHANGED
}
