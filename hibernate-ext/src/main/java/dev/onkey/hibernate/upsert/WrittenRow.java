/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A row that has been written or found.
 *
 * @param id its identifier; null if only the stored entity can tell, as it has several columns, and of a new row that is only counted
 * @param outcome what was done to it
 */
record WrittenRow(@Nullable Object id, Outcome outcome) {}
