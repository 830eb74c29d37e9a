/* SPDX-License-Identifier: Apache-2.0 */
/** Upserts as the writer of a Spring Batch step. */
@NullMarked
package dev.onkey.spring.batch;

import org.jspecify.annotations.NullMarked;
