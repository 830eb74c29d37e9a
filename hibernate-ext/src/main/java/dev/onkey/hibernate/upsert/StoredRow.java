/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row that was found by its natural key.
 *
 * @param id the values of its identifier's columns, as they are bound
 * @param applies whether it is to be updated, as far as that is known before
 */
record StoredRow(List<@Nullable Object> id, boolean applies) {}
