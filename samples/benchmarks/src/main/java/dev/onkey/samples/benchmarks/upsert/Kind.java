/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

/** Where a contestant comes from. */
enum Kind {
    BY_HAND,
    LIBRARY,
    ONKEY
}
