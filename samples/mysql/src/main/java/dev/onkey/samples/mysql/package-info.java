/* SPDX-License-Identifier: Apache-2.0 */
/** A real MySQL server for samples and tests: see {@link dev.onkey.samples.mysql.MySqlServer}. */
@NullMarked
package dev.onkey.samples.mysql;

import org.jspecify.annotations.NullMarked;
