/* SPDX-License-Identifier: Apache-2.0 */
/** Get-or-create and upsert as repository methods, and duplicates as Spring exceptions that name their entity. */
@NullMarked
package dev.onkey.spring.data;

import org.jspecify.annotations.NullMarked;
