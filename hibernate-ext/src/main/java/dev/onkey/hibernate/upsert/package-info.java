/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Get-or-create and upsert: {@link dev.onkey.hibernate.upsert.Upserts} is the door, the rest is its machinery and may change.
 */
@NullMarked
package dev.onkey.hibernate.upsert;

import org.jspecify.annotations.NullMarked;
