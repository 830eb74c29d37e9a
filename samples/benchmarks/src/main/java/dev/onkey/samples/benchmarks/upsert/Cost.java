/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import java.io.Serializable;

/**
 * What a run took.
 *
 * @param allocated bytes of the heap that its thread asked for; 0 if there were several
 * @param live the most bytes that were in use after a collection of garbage; 0 if there was none
 * @param repeated how many transactions were run again, as the server gave them up for another one
 */
record Cost(long nanos, long allocated, long live, int repeated) implements Serializable {}
