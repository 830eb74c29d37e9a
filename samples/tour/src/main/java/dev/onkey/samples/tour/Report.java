/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.tour;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** The tour on paper: plain ASCII, 98 columns, also where it is not a terminal that shows it. */
final class Report {

    private static final int WIDTH = 98;
    private static final String INDENT = "   ";

    private final PrintStream out;
    private int steps;
    private String lastRendered = "";

    Report(PrintStream out) {
        this.out = out;
    }

    void line(String text) {
        out.println(text);
    }

    void heading(String title, String code) {
        steps++;
        out.println();
        out.println(steps + ". " + title);
        code.lines().forEach(line -> out.println(INDENT + "> " + line));
    }

    /** Prints what happened, and at the right margin how long it took. */
    void results(List<String> lines, Duration took) {
        String last = lines.get(lines.size() - 1);
        lines.subList(0, lines.size() - 1).forEach(line -> out.println(INDENT + line));
        out.println(String.format("%-" + (WIDTH - 10) + "s%10s", INDENT + last, seconds(took)));
    }

    /** A bar that moves in a terminal; elsewhere it is a line every few seconds. */
    ProgressBar progress(int steps) {
        boolean terminal = System.console() != null;
        return new ProgressBarBuilder()
                .setTaskName(INDENT)
                .setInitialMax(steps)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(terminal ? 200 : 5_000)
                .setConsumer(
                        terminal
                                ? new ConsoleProgressBarConsumer(out, WIDTH)
                                : new DelegatingProgressBarConsumer(this::lineIfNew, WIDTH))
                .build();
    }

    private void lineIfNew(String rendered) {
        // the bar renders its last state twice
        if (!rendered.equals(lastRendered)) {
            out.println(rendered.stripTrailing());
        }
        lastRendered = rendered;
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
