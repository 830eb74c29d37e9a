/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import static dev.onkey.samples.benchmarks.upsert.Discipline.BULK;
import static dev.onkey.samples.benchmarks.upsert.Discipline.GET;
import static dev.onkey.samples.benchmarks.upsert.Discipline.GROWTH;
import static dev.onkey.samples.benchmarks.upsert.Discipline.ONE_ROW;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What Onkey has to reach, and whether it does, in each state. */
record Goals(Results results) {

    private static final String ALL = "`upsertAll`";
    private static final String ALL_IDS = BULK.baseline();
    private static final String ONE = ONE_ROW.baseline();

    private static final List<Goal> MANY_ROWS = List.of(
            new Goal(ALL, Field.ONKEY_UPSERT_ALL, ALL_IDS, 0.90, Field.LOAD_DATA_IDS),
            new Goal("import", Field.ONKEY_IMPORT, Field.JDBC_MULTI_ROW, 0.90, Field.LOAD_DATA),
            new Goal("import, staged", Field.ONKEY_STAGED_IMPORT, Field.JDBC_MULTI_ROW, 0.90, Field.LOAD_DATA),
            new Goal(ALL, Field.ONKEY_UPSERT_ALL, Field.SAVE_ALL, 10, ALL_IDS, Field.LOAD_DATA_IDS),
            new Goal(ALL, Field.ONKEY_UPSERT_ALL, Goal.BEST_LIBRARY, 1));

    private static final List<Goal> GETS = List.of(
            new Goal("`getOrCreate`", Field.ONKEY_GET_OR_CREATE, Field.NATURAL_ID_LOAD, 0.95),
            new Goal("`getOrCreate`", Field.ONKEY_GET_OR_CREATE, GET.baseline(), 0.70));

    private static final List<Goal> ROWS = List.of(
            new Goal("`upsert`", Field.ONKEY_UPSERT, ONE, 0.70, Field.JDBC_ROW),
            new Goal("`upsert`", Field.ONKEY_UPSERT, Field.JDBC_ROW, 0.80),
            new Goal("`upsertAll` of one row", Field.ONKEY_UPSERT_ALL, ONE, 0.70));

    private static final int FROM = 100_000;
    private static final int TO = 1_000_000;
    private static final double MOST_GROWTH = 11;

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("| Onkey | against | to reach | reached | by hand |");
        lines.add("|---|---|---:|---|---|");
        results.works(BULK).stream()
                .collect(Collectors.groupingBy(Work::size, TreeMap::new, Collectors.toList()))
                .forEach((size, works) -> add(lines, MANY_ROWS, String.format(Locale.ROOT, ", %,d rows", size), works));
        add(lines, GETS, "", results.works(GET));
        add(lines, ROWS, "", results.works(ONE_ROW));
        growth(Field.ONKEY_IMPORT)
                .ifPresent(factor -> lines.add(String.format(
                        Locale.ROOT,
                        "| import, time for %,d new rows | its time for %,d | at most %.0f | %s | %s |",
                        TO,
                        FROM,
                        MOST_GROWTH,
                        marked(times(factor), factor <= MOST_GROWTH),
                        growth(Field.JDBC_MULTI_ROW).map(Goals::times).orElse(""))));
        return lines;
    }

    private void add(List<String> lines, List<Goal> goals, String title, List<Work> works) {
        for (Goal goal : goals) {
            List<String> reached = new ArrayList<>();
            List<String> byHand = new ArrayList<>();
            for (Work work : works) {
                ratio(work, goal.ours(), goal.other())
                        .ifPresent(ratio -> reached.add(marked(inState(work, ratio), ratio >= goal.least())));
                goal.byHand().stream()
                        .flatMapToDouble(name -> ratio(work, name, goal.other()).stream())
                        .max()
                        .ifPresent(ratio -> byHand.add(inState(work, ratio)));
            }
            if (!reached.isEmpty()) {
                lines.add(String.format(
                        Locale.ROOT,
                        "| %s%s | %s | %.2f | %s | %s |",
                        goal.title(),
                        title,
                        goal.other(),
                        goal.least(),
                        String.join(", ", reached),
                        String.join(", ", byHand)));
            }
        }
    }

    private OptionalDouble ratio(Work work, String ours, String other) {
        return other.equals(Goal.BEST_LIBRARY)
                ? bestLibrary(work).map(best -> results.ratio(work, ours, best)).orElse(OptionalDouble.empty())
                : results.ratio(work, ours, other);
    }

    private Optional<String> bestLibrary(Work work) {
        return results.entries().stream()
                .filter(entry -> entry.kind() == Kind.LIBRARY)
                .map(Entry::name)
                .filter(name ->
                        results.of(work, name).filter(each -> !each.failed()).isPresent())
                .max(Comparator.comparingDouble(
                        name -> results.of(work, name).orElseThrow().perSecond()));
    }

    private static String inState(Work work, double ratio) {
        return work.state().title() + " " + times(ratio);
    }

    private static String times(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }

    /** What is missed stands out. */
    private static String marked(String text, boolean met) {
        return met ? text : "**" + text + "**";
    }

    private Optional<Double> growth(String name) {
        return seconds(name, TO).flatMap(more -> seconds(name, FROM).map(less -> more / less));
    }

    private Optional<Double> seconds(String name, int size) {
        return results.works(GROWTH).stream()
                .filter(work -> work.size() == size)
                .flatMap(work -> results.of(work, name).stream())
                .filter(summary -> !summary.failed())
                .map(Summary::seconds)
                .findFirst();
    }
}
