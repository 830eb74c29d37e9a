/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Every single run, for those who want to calculate themselves. */
record Csv(List<Measurement> measurements) {

    private static final String HEADER =
            "discipline,state,items,threads,contestant,round,seconds,allocated,live,repeated,complaint";

    List<String> lines() {
        return Stream.concat(Stream.of(HEADER), measurements.stream().map(Csv::line))
                .toList();
    }

    private static String line(Measurement run) {
        Work work = run.work();
        Cost cost = run.cost();
        return String.format(
                Locale.ROOT,
                "%s,%s,%d,%d,\"%s\",%d,%.6f,%d,%d,%d,\"%s\"",
                work.discipline(),
                work.state(),
                work.size(),
                work.threads(),
                run.entry().name(),
                run.round(),
                cost.nanos() / 1e9,
                cost.allocated(),
                cost.live(),
                cost.repeated(),
                run.verdict().complaint().replace('"', '\''));
    }
}
