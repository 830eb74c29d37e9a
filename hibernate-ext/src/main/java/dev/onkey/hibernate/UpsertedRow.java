/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate;

/**
 * A row that was inserted or upserted, without its entity: what one statement can tell, and nothing that needs a second one.
 *
 * @param id the identifier of the stored row, of the type of the entity's identifier
 * @param outcome what the call did to the row
 * @since 0.1
 */
public record UpsertedRow(Object id, Outcome outcome) {

    /** Whether this call inserted the row. */
    public boolean created() {
        return outcome == Outcome.CREATED;
    }
}
