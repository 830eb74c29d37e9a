/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

/** One run of one contestant. */
record Measurement(Work work, Entry entry, int round, Cost cost, Verdict verdict) {

    /** One that came to nothing. */
    static Measurement failed(Work work, Entry entry, int round, Throwable thrown) {
        return new Measurement(work, entry, round, new Cost(1, 0, 0, 0), Verdict.failed(thrown));
    }

    double seconds() {
        return cost.nanos() / 1e9;
    }

    double perSecond() {
        return work.size() / seconds();
    }
}
