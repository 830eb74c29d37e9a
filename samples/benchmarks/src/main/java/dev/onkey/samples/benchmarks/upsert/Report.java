/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import static dev.onkey.samples.benchmarks.upsert.Discipline.BULK;
import static dev.onkey.samples.benchmarks.upsert.Discipline.CREATE;
import static dev.onkey.samples.benchmarks.upsert.Discipline.GET;
import static dev.onkey.samples.benchmarks.upsert.Discipline.GROWTH;
import static dev.onkey.samples.benchmarks.upsert.Discipline.HOT_KEY;
import static dev.onkey.samples.benchmarks.upsert.Discipline.ONE_ROW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The files that a run leaves.
 *
 * @param circumstances what the figures were measured on, and how
 */
record Report(Results results, List<String> circumstances) {

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<String> lines = new ArrayList<>();
        lines.add("# Upserts, side by side");
        lines.add("");
        lines.add("Written by the benchmark itself. Medians; behind the dot how many times as fast as the baseline,"
                + " which has 1.00. Each run was checked: the rows that the table holds, and every id and outcome that was"
                + " told. What was wrong is said.");
        lines.add("");
        circumstances.forEach(line -> lines.add("- " + line));
        lines.add("");
        lines.addAll(List.of(
                "## Goals",
                "",
                "What is missed is bold. By hand: how far SQL gets that does as much and is written by hand, or, where that is the"
                        + " goal itself, `LOAD DATA`.",
                ""));
        lines.addAll(new Goals(results).lines());
        for (int size : results.works(BULK).stream().map(Work::size).distinct().toList()) {
            List<Work> works = results.works(BULK).stream()
                    .filter(work -> work.size() == size)
                    .toList();
            String title = String.format(Locale.ROOT, "%,d rows in one transaction", size);
            compare(lines, folder, title, "rows a second", works, "upserts-" + size + ".svg");
        }
        String calls = "calls a second";
        compare(lines, folder, "One row in a transaction", calls, results.works(ONE_ROW), "upserts-one-row.svg");
        compare(lines, folder, "Get or create", calls, results.works(GET, CREATE), "upserts-get.svg");
        compare(lines, folder, "One key, many threads", calls, results.works(HOT_KEY), "upserts-hot-key.svg");
        growth(lines);
        notes(lines);
        Files.write(folder.resolve("upserts.md"), lines);
        Files.write(folder.resolve("upserts.csv"), new Csv(results.measurements()).lines());
    }

    private void compare(List<String> lines, Path folder, String title, String unit, List<Work> works, String chart)
            throws IOException {
        if (works.isEmpty()) {
            return;
        }
        String baseline =
                "the baseline (dashed) is \"" + works.get(0).discipline().baseline() + "\"";
        lines.addAll(List.of("", "## " + title, "", unit + "; " + baseline, ""));
        lines.addAll(new ComparisonTable(results, works).lines());
        lines.addAll(List.of("", "![" + title + "](" + chart + ")"));
        Files.writeString(
                folder.resolve(chart), new BarChart(results, works, title + ": " + unit, circumstances).svg());
    }

    private void growth(List<String> lines) {
        List<Work> works = results.works(GROWTH);
        if (!works.isEmpty()) {
            lines.addAll(List.of("", "## Growth", "", "New rows, made when they are asked for.", ""));
            lines.addAll(new GrowthTable(results, works).lines());
        }
    }

    private void notes(List<String> lines) {
        lines.addAll(List.of("", "## What they need", ""));
        results.entries().stream()
                .filter(entry -> !entry.note().isEmpty() && results.hasRun(entry))
                .map(entry -> "- " + entry.name() + ": " + entry.note())
                .distinct()
                .forEach(lines::add);
    }
}
