/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Time and memory of more and more rows. */
record GrowthTable(Results results, List<Work> works) {

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("| | "
                + works.stream()
                        .map(work -> String.format(Locale.ROOT, "%,d rows", work.size()))
                        .collect(Collectors.joining(" | "))
                + " | allocated a row | in use |");
        lines.add("|---|" + "---:|".repeat(works.size() + 2));
        results.names(works).forEach(name -> lines.add(line(name)));
        return lines;
    }

    private String line(String name) {
        StringBuilder line = new StringBuilder("| " + name);
        Optional<Summary> last = Optional.empty();
        for (Work work : works) {
            last = results.of(work, name);
            line.append(" | ").append(last.map(GrowthTable::time).orElse(""));
        }
        line.append(" | ").append(last.map(GrowthTable::allocated).orElse(""));
        line.append(" | ").append(last.map(GrowthTable::live).orElse(""));
        return line.append(" |").toString();
    }

    private static String time(Summary summary) {
        return (summary.failed() ? "" : String.format(Locale.ROOT, "%.2f s", summary.seconds()))
                + (summary.complaint().isEmpty()
                        ? ""
                        : " **" + summary.complaint().replace("|", "\\|") + "**");
    }

    private static String allocated(Summary summary) {
        return String.format(
                Locale.ROOT,
                "%,d B",
                summary.median().cost().allocated() / summary.median().work().size());
    }

    private static String live(Summary summary) {
        long live = summary.median().cost().live();
        return live == 0 ? "nothing collected" : String.format(Locale.ROOT, "%,d MB", live >> 20);
    }
}
