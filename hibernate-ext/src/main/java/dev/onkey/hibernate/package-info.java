/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The vocabulary of Onkey: the annotation that declares a natural key, what an upsert reports, and the exception that names a duplicate.
 */
@NullMarked
package dev.onkey.hibernate;

import org.jspecify.annotations.NullMarked;
