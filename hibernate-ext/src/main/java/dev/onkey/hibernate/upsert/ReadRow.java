/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row as it was read.
 *
 * @param id the values of its identifier's columns, as they are bound
 * @param held what its columns hold that an update may change
 */
record ReadRow(List<@Nullable Object> id, List<@Nullable Object> held) {}
