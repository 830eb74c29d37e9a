/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

/** One run of one contestant. */
record Measurement(Work work, Entry entry, int round, Cost cost, Verdict verdict) {

    double seconds() {
        return cost.nanos() / 1e9;
    }

    double perSecond() {
        return work.size() / seconds();
    }
}
