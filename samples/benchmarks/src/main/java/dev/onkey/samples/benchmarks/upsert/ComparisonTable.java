/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** A line for each contestant, a column for each work. */
record ComparisonTable(Results results, List<Work> works) {

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("| | tells | "
                + works.stream().map(work -> work.state().title()).collect(Collectors.joining(" | ")) + " |");
        lines.add("|---|---|" + "---:|".repeat(works.size()));
        for (String name : results.names(works)) {
            lines.add("| " + name + " | " + tells(name) + " | "
                    + works.stream().map(work -> cell(work, name)).collect(Collectors.joining(" | ")) + " |");
        }
        return lines;
    }

    private String tells(String name) {
        return works.stream()
                .flatMap(work -> results.of(work, name).stream())
                .map(Summary::tells)
                .findFirst()
                .orElse("");
    }

    private String cell(Work work, String name) {
        return results.of(work, name).map(summary -> cell(work, name, summary)).orElse("");
    }

    private String cell(Work work, String name, Summary summary) {
        if (summary.failed()) {
            return "**" + summary.complaint().replace("|", "\\|") + "**";
        }
        String baseline = work.discipline().baseline();
        OptionalDouble ratio = results.ratio(work, name, baseline);
        String compared = ratio.isEmpty() ? "" : String.format(Locale.ROOT, " · %.2f", ratio.getAsDouble());
        String repeated = summary.median().cost().repeated() == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "<br>%,d deadlocks",
                        summary.median().cost().repeated());
        String complaint = summary.complaint().isEmpty() ? "" : "<br>**" + summary.complaint() + "**";
        return String.format(Locale.ROOT, "%,.0f", summary.perSecond()) + compared + repeated + complaint;
    }
}
