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
import java.util.function.Function;

/** What Onkey has to reach, and whether it does, in each state. */
record Goals(Results results) {

    private static final int MANY = 100_000;
    private static final int MORE = 1_000_000;

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("| Onkey | against | to reach | reached |");
        lines.add("|---|---|---:|---|");
        results.works(BULK).stream().map(Work::size).distinct().forEach(size -> bulk(lines, size));
        List<Work> gets = results.works(GET);
        against(lines, "`getOrCreate`", gets, Field.ONKEY_GET_OR_CREATE, Field.NATURAL_ID_LOAD, 0.95);
        against(lines, "`getOrCreate`", gets, Field.ONKEY_GET_OR_CREATE, GET.baseline(), 0.70);
        List<Work> rows = results.works(ONE_ROW);
        against(lines, "`upsert`", rows, Field.ONKEY_UPSERT, ONE_ROW.baseline(), 0.70);
        against(lines, "`upsert`", rows, Field.ONKEY_UPSERT, Field.JDBC_ROW, 0.80);
        against(lines, "`upsertAll` of one row", rows, Field.ONKEY_UPSERT_ALL, ONE_ROW.baseline(), 0.70);
        growth().ifPresent(factor -> lines.add(String.format(
                Locale.ROOT,
                "| import, time for %,d new rows | its time for %,d | at most 11 | %s |",
                MORE,
                MANY,
                marked(String.format(Locale.ROOT, "%.2f", factor), factor <= 11))));
        return lines;
    }

    private void bulk(List<String> lines, int size) {
        List<Work> works =
                results.works(BULK).stream().filter(work -> work.size() == size).toList();
        String title = "`upsertAll`, " + rows(size);
        against(lines, title, works, Field.ONKEY_UPSERT_ALL, BULK.baseline(), 0.90);
        against(lines, "import, " + rows(size), works, Field.ONKEY_IMPORT, Field.JDBC_MULTI_ROW, 0.90);
        against(lines, "import, staged, " + rows(size), works, Field.ONKEY_STAGED_IMPORT, Field.JDBC_MULTI_ROW, 0.90);
        against(lines, title, works, Field.ONKEY_UPSERT_ALL, Field.SAVE_ALL, 10);
        add(lines, title, "the best library of each", 1, works, this::againstBestLibrary);
    }

    private static String rows(int size) {
        return String.format(Locale.ROOT, "%,d rows", size);
    }

    private void against(List<String> lines, String title, List<Work> works, String ours, String other, double least) {
        add(lines, title, other, least, works, work -> results.ratio(work, ours, other));
    }

    private static void add(
            List<String> lines,
            String title,
            String other,
            double least,
            List<Work> works,
            Function<Work, OptionalDouble> ratio) {
        List<String> reached = works.stream()
                .filter(work -> ratio.apply(work).isPresent())
                .map(work -> reached(work, ratio.apply(work).getAsDouble(), least))
                .toList();
        if (!reached.isEmpty()) {
            lines.add(String.format(
                    Locale.ROOT, "| %s | %s | %.2f | %s |", title, other, least, String.join(", ", reached)));
        }
    }

    private static String reached(Work work, double ratio, double least) {
        return marked(String.format(Locale.ROOT, "%s %.2f", work.state().title(), ratio), ratio >= least);
    }

    /** What is missed stands out. */
    private static String marked(String text, boolean met) {
        return met ? text : "**" + text + "**";
    }

    private OptionalDouble againstBestLibrary(Work work) {
        return results.entries().stream()
                .filter(entry -> entry.kind() == Kind.LIBRARY)
                .map(Entry::name)
                .filter(name ->
                        results.of(work, name).filter(each -> !each.failed()).isPresent())
                .max(Comparator.comparingDouble(
                        name -> results.of(work, name).orElseThrow().perSecond()))
                .map(best -> results.ratio(work, Field.ONKEY_UPSERT_ALL, best))
                .orElse(OptionalDouble.empty());
    }

    private Optional<Double> growth() {
        return grown(MORE).flatMap(more -> grown(MANY).map(less -> more / less));
    }

    private Optional<Double> grown(int size) {
        return results.works(GROWTH).stream()
                .filter(work -> work.size() == size)
                .flatMap(work -> results.of(work, Field.ONKEY_IMPORT).stream())
                .filter(summary -> !summary.failed())
                .map(Summary::seconds)
                .findFirst();
    }
}
