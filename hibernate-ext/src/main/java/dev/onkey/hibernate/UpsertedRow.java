/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate;

/**
 * A row that was inserted or upserted, without its entity.
 *
 * <pre>{@code
 * if (events.insertIfAbsent(new WebhookEvent(key)).created()) {
 *     handle(event);
 * }
 * }</pre>
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
