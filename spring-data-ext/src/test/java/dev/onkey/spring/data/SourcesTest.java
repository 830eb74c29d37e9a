/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The main sources of all modules can be read without scrolling. */
class SourcesTest {

    private static final int MOST_LINES = 250;
    private static final int LONGEST_LINE = 140;

    @Test
    void areShortAndNarrow() throws IOException {
        List<Path> sources = sources();
        List<String> offences = new ArrayList<>();
        for (Path source : sources) {
            List<String> lines = Files.readAllLines(source);
            if (lines.size() > MOST_LINES) {
                offences.add(source + " has " + lines.size() + " lines");
            }
            lines.stream()
                    .filter(line -> line.length() > LONGEST_LINE)
                    .forEach(line -> offences.add(source + ": " + line));
        }

        assertThat(sources).hasSizeGreaterThan(200);
        assertThat(offences).isEmpty();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            return files.filter(file -> file.toString().contains("/src/main/java/"))
                    .filter(file -> file.toString().endsWith(".java"))
                    .toList();
        }
    }
}
