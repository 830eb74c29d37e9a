/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each line of docs/behaviours.md is the name of a test, in one of the libraries. */
class BehavioursTest {

    private static final Pattern DISPLAY_NAME = Pattern.compile("@DisplayName\\(\\s*\"(.*?)\"\\s*\\)");

    @Test
    void noneIsWithoutATest() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("../docs/behaviours.md")).stream()
                .filter(line -> line.startsWith("- "))
                .map(line -> line.substring(2))
                .toList();

        assertThat(lines).hasSizeGreaterThan(50).doesNotHaveDuplicates();
        assertThat(testNames()).containsAll(lines);
    }

    private static List<String> testNames() throws IOException {
        List<String> names = new ArrayList<>();
        for (String library : List.of("../hibernate-ext", "../spring-data-ext", "../spring-batch-ext")) {
            try (Stream<Path> files = Files.walk(Path.of(library, "src/test/java"))) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    Matcher name = DISPLAY_NAME.matcher(Files.readString(file));
                    while (name.find()) {
                        names.add(name.group(1));
                    }
                }
            }
        }
        return names;
    }
}
