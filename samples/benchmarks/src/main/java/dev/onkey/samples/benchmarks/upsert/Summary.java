/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import java.util.Comparator;
import java.util.List;

/** All runs of one contestant in one work: the median one stands for them, and the worst verdict. */
record Summary(Measurement median, String complaint, String tells) {

    static Summary of(List<Measurement> runs) {
        List<Measurement> byTime = runs.stream()
                .sorted(Comparator.comparingLong(run -> run.cost().nanos()))
                .toList();
        String complaint = runs.stream()
                .map(run -> run.verdict().complaint())
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse("");
        return new Summary(
                byTime.get(byTime.size() / 2), complaint, tells(runs.get(0).verdict()));
    }

    double perSecond() {
        return median.perSecond();
    }

    double seconds() {
        return median.seconds();
    }

    boolean failed() {
        return complaint.startsWith("failed");
    }

    private static String tells(Verdict verdict) {
        if (verdict.wrongIds() == null) {
            return "nothing";
        }
        return verdict.wrongOutcomes() == null ? "ids" : "ids, outcomes";
    }
}
