/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate;

/**
 * An entity that was upserted, and what that did to its row.
 *
 * @param entity the row as it is stored now, managed by the persistence context of the call; not the instance that was passed
 * @param outcome what the call did to the row
 * @param <E> the entity's type
 * @since 0.1
 */
public record Upserted<E>(E entity, Outcome outcome) {

    /** Whether this call inserted the row. */
    public boolean created() {
        return outcome == Outcome.CREATED;
    }
}
