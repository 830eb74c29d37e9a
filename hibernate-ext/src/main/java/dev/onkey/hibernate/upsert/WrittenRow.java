/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A row that has been written or found.
 *
 * @param id its identifier; null if it has several columns and only the stored entity can tell
 * @param outcome what was done to it
 */
record WrittenRow(@Nullable Object id, Outcome outcome) {}
