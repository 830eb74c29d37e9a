/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Everybody does every work, and it is right; how fast is not for a test to say. */
class UpsertBenchmarkTest {

    private static final int ROWS = 300;

    @Test
    void everybodyDoesEveryWork(@TempDir Path folder) throws IOException {
        int exit = new CommandLine(new UpsertBenchmark())
                .setOut(new PrintWriter(Writer.nullWriter()))
                .execute(
                        "--rows=" + ROWS,
                        "--growth=" + ROWS,
                        "--calls=32",
                        "--rounds=1",
                        "--warmups=0",
                        "--seconds=0",
                        "--chunk=100",
                        "--out=" + folder);

        List<String> runs = Files.readAllLines(folder.resolve("upserts.csv"));
        assertThat(exit).isZero();
        assertThat(runs).noneMatch(run -> run.contains("failed") || run.contains("wrong rows"));
        for (Discipline discipline : Discipline.values()) {
            assertThat(runs).anyMatch(run -> run.startsWith(discipline + ",") && run.contains("\"Onkey"));
        }
        assertThat(folder.resolve("upserts.md")).content().contains("![300 rows in one transaction](upserts-300.svg)");
        assertThat(folder.resolve("upserts-300.svg"))
                .content()
                .startsWith("<svg")
                .contains(Field.ONKEY_UPSERT_ALL);
    }

    @Test
    void tellsWhatThereIsWhereNothingIsChosen() {
        StringWriter errors = new StringWriter();

        int exit = new CommandLine(new UpsertBenchmark())
                .setErr(new PrintWriter(errors))
                .execute("--works=bulk new", "--rounds=1");

        assertThat(exit).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(errors.toString())
                .contains("--works bulk new matches none of these: ")
                .contains("bulk, new, 10,000; ");
    }
}
