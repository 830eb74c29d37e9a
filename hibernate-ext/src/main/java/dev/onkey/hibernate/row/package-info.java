/* SPDX-License-Identifier: Apache-2.0 */
/**
 * An entity's row: its columns, what an instance puts into them, and which mappings one row can hold. Internal; may change.
 */
@NullMarked
package dev.onkey.hibernate.row;

import org.jspecify.annotations.NullMarked;
