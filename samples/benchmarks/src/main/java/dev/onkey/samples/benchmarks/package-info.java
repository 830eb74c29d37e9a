/* SPDX-License-Identifier: Apache-2.0 */
/** What Onkey costs, measured beside what it is compared with. */
@NullMarked
package dev.onkey.samples.benchmarks;

import org.jspecify.annotations.NullMarked;
