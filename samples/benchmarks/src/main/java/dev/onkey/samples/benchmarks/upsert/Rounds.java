/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Lets all contestants do all works, in turns, so that what the machine does meanwhile hits all of them. */
final class Rounds {

    /** More would only take longer: by then the compiler has done its work. */
    private static final int ENOUGH_TO_GET_WARM = 10_000;

    private final List<Entry> entries;
    private final List<Work> works;
    private final PrintWriter progress;

    Rounds(List<Entry> entries, List<Work> works, PrintWriter progress) {
        this.entries = entries;
        this.works = works;
        this.progress = progress;
    }

    /** Runs that do not count. */
    void warmUp(int rounds) {
        for (int round = 1; round <= rounds; round++) {
            for (Work work : works.stream()
                    .map(work -> work.toGetWarm(ENOUGH_TO_GET_WARM))
                    .distinct()
                    .toList()) {
                progress.println("warm-up " + round + " of " + rounds + ": " + work.title());
                run(work, round);
            }
        }
    }

    List<Measurement> run(int round) {
        List<Measurement> measurements = new ArrayList<>();
        for (Work work : works) {
            progress.println("round " + round + ": " + work.title());
            List<Measurement> run = run(work, round);
            run.forEach(this::print);
            measurements.addAll(run);
        }
        return measurements;
    }

    private List<Measurement> run(Work work, int round) {
        List<Entry> entering = new ArrayList<>(
                entries.stream().filter(each -> each.enters(work)).toList());
        // nobody is always the first, or always comes after the same
        Collections.rotate(entering, round * 5);
        return entering.stream().map(each -> Stopwatch.run(work, each, round)).toList();
    }

    private void print(Measurement run) {
        progress.println(String.format(
                Locale.ROOT,
                "  %-30s %,12.0f /s  %s",
                run.entry().name(),
                run.perSecond(),
                run.verdict().complaint()));
        progress.flush();
    }
}
