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
    private final double seconds;
    private final Runner runner;
    private final PrintWriter progress;

    /**
     * For contestants and works.
     *
     * @param seconds how long each contestant works in a round at least: who is faster runs more often, as what the machine does
     *     meanwhile weighs more in a short run
     */
    Rounds(List<Entry> entries, List<Work> works, double seconds, Runner runner, PrintWriter progress) {
        this.entries = entries;
        this.works = works;
        this.seconds = seconds;
        this.runner = runner;
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
                run(work, round, 0);
            }
        }
    }

    List<Measurement> run(int round) {
        List<Measurement> measurements = new ArrayList<>();
        for (Work work : works) {
            progress.println("round " + round + ": " + work.title());
            List<Measurement> run = run(work, round, seconds);
            run.forEach(this::print);
            measurements.addAll(run);
        }
        return measurements;
    }

    private List<Measurement> run(Work work, int round, double seconds) {
        List<Entry> entering = new ArrayList<>(
                entries.stream().filter(each -> each.enters(work)).toList());
        // nobody is always the first, or always comes after the same
        Collections.rotate(entering, round * 5);
        return entering.stream()
                .flatMap(each -> run(work, each, round, seconds).stream())
                .toList();
    }

    private List<Measurement> run(Work work, Entry entry, int round, double seconds) {
        List<Measurement> runs = new ArrayList<>();
        double worked = 0;
        while (runs.isEmpty() || worked < seconds) {
            Measurement run = runner.run(work, entry, round);
            runs.add(run);
            // who fails is not asked again
            worked += run.verdict().failure() != null ? seconds : run.seconds();
        }
        return runs;
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
