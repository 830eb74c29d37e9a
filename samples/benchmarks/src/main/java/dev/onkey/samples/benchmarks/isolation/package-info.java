/* SPDX-License-Identifier: Apache-2.0 */
/** At which isolation the transactions of repository calls run best. */
@NullMarked
package dev.onkey.samples.benchmarks.isolation;

import org.jspecify.annotations.NullMarked;
