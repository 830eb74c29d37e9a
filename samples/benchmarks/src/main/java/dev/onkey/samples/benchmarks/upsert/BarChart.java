/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@link ComparisonTable} as a picture (SVG): the same lines and columns, and where the baseline ends. */
record BarChart(Results results, List<Work> works, String title, List<String> circumstances) {

    private static final int NAMES = 190;
    private static final int COLUMN = 215;
    private static final int BAR = 120;
    private static final int LINE = 22;
    private static final int TOP = 84;
    private static final int SMALL_LINE = 15;
    private static final int LEAST_WIDTH = 700;
    /** Of small letters, on the average; wider ones would be cut off. */
    private static final int LETTER = 6;

    private static final String STYLE = """
            text { font: 13px system-ui, sans-serif; fill: #1f2328 } .title { font-size: 16px; font-weight: 600 }
            .small { font-size: 11px; fill: #656d76 } .wrong { fill: #cf222e }
            .small { stroke: #ffffff; stroke-width: 3px; paint-order: stroke }
            .by_hand { fill: #afb8c1 } .library { fill: #54aeff } .onkey { fill: #2da44e }
            .baseline { stroke: #656d76; stroke-dasharray: 3 3 } .paper { fill: #ffffff }
            @media (prefers-color-scheme: dark) {
              text { fill: #e6edf3 } .small { fill: #8d96a0; stroke: #0d1117 } .wrong { fill: #ff7b72 } .by_hand { fill: #6e7681 }
              .library { fill: #388bfd } .onkey { fill: #3fb950 } .baseline { stroke: #8d96a0 } .paper { fill: #0d1117 }
            }
            """;

    String svg() {
        List<String> names = results.names(works);
        int width = Math.max(LEAST_WIDTH, NAMES + works.size() * COLUMN);
        int bottom = TOP + names.size() * LINE + 12;
        List<String> footer = wrapped((width - 24) / LETTER);
        int height = bottom + footer.size() * SMALL_LINE + 12;
        List<String> parts = new ArrayList<>();
        parts.add(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\">",
                width,
                height,
                width,
                height));
        parts.add("<title>" + escaped(title) + "</title><style>" + STYLE + "</style>");
        parts.add("<rect class=\"paper\" width=\"100%\" height=\"100%\"/>");
        parts.add(text(12, 24, "title", title));
        String baseline = works.get(0).discipline().baseline();
        parts.add(text(
                12, 43, "small", "grey: by hand, blue: libraries, green: Onkey; dashed: the baseline, " + baseline));
        for (int i = 0; i < names.size(); i++) {
            parts.add(text(12, TOP + i * LINE + 15, "name", names.get(i)));
        }
        double longest = longest(names);
        for (int i = 0; i < works.size(); i++) {
            column(parts, works.get(i), names, NAMES + i * COLUMN, longest);
        }
        for (int i = 0; i < footer.size(); i++) {
            parts.add(text(12, bottom + (i + 1) * SMALL_LINE, "small", footer.get(i)));
        }
        parts.add("</svg>");
        return String.join("\n", parts) + "\n";
    }

    private void column(List<String> parts, Work work, List<String> names, int left, double longest) {
        parts.add(text(left, TOP - 12, "name", work.state().title()));
        results.of(work, work.discipline().baseline()).ifPresent(baseline -> {
            long x = left + Math.round(BAR * baseline.perSecond() / longest);
            parts.add(String.format(
                    Locale.ROOT,
                    "<line class=\"baseline\" x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/>",
                    x,
                    x,
                    TOP,
                    TOP + names.size() * LINE));
        });
        for (int i = 0; i < names.size(); i++) {
            Optional<Summary> summary = results.of(work, names.get(i));
            if (summary.isPresent()) {
                bar(parts, summary.get(), left, TOP + i * LINE, longest);
            }
        }
    }

    private static void bar(List<String> parts, Summary summary, int left, int top, double longest) {
        if (summary.failed()) {
            parts.add(text(left, top + 15, "small wrong", "failed"));
            return;
        }
        long length = Math.max(1, Math.round(BAR * summary.perSecond() / longest));
        parts.add(String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"2\"/>",
                summary.median().entry().kind().name().toLowerCase(Locale.ROOT),
                left,
                top + 3,
                length,
                LINE - 6));
        String wrong =
                summary.complaint().isEmpty() ? "" : ", " + summary.complaint().replaceAll(":.*", "");
        parts.add(text(
                left + length + 5,
                top + 15,
                wrong.isEmpty() ? "small" : "small wrong",
                String.format(Locale.ROOT, "%,.0f", summary.perSecond()) + wrong));
    }

    private double longest(List<String> names) {
        return works.stream()
                .flatMap(work -> names.stream().flatMap(name -> results.of(work, name).stream()))
                .filter(summary -> !summary.failed())
                .mapToDouble(Summary::perSecond)
                .max()
                .orElse(1);
    }

    private List<String> wrapped(int letters) {
        List<String> lines = new ArrayList<>();
        for (String circumstance : circumstances) {
            StringBuilder line = new StringBuilder();
            for (String word : circumstance.replace("`", "").split(" ")) {
                if (line.length() > 0 && line.length() + word.length() >= letters) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.length() == 0 ? "" : " ").append(word);
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private static String text(long x, int y, String style, String content) {
        return "<text class=\"" + style + "\" x=\"" + x + "\" y=\"" + y + "\">" + escaped(content) + "</text>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
