/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

/** Lets a contestant do a work once, and says what it took. */
@FunctionalInterface
interface Runner {

    Measurement run(Work work, Entry entry, int round);
}
