/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Lets all contestants do all works, in turns, so that what the machine does meanwhile hits all of them. */
final class Rounds {

    /** More would only take longer: by then the compiler has done its work. */
    private static final int ENOUGH_TO_GET_WARM = 10_000;

    private final Random order = new Random(1062);
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

    /** In turns, until everybody has worked for as long as that: a second later the machine may be faster or slower. */
    private List<Measurement> run(Work work, int round, double seconds) {
        List<Entry> entering = new ArrayList<>(
                entries.stream().filter(each -> each.enters(work)).toList());
        Map<Entry, Double> worked = new HashMap<>();
        List<Measurement> runs = new ArrayList<>();
        while (!entering.isEmpty()) {
            // nobody is always the first, or always comes after the same
            Collections.shuffle(entering, order);
            for (Entry each : entering) {
                Measurement run = runner.run(work, each, round);
                runs.add(run);
                // who fails is not asked again
                worked.merge(each, run.verdict().failure() != null ? seconds : run.seconds(), Double::sum);
            }
            entering.removeIf(each -> worked.get(each) >= seconds);
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
