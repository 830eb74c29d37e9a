/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import org.jspecify.annotations.Nullable;

/**
 * An entity's table, as the database has it.
 *
 * @param uniqueIndex the name of the index that makes the natural key unique; null for a view
 * @param staged whether many rows may be written to it by way of a temporary table
 */
record StoredTable(@Nullable String uniqueIndex, boolean staged) {}
