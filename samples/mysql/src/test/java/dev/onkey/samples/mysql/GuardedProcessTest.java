/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the guard is a shell, for a server that does not run there")
class GuardedProcessTest {
    private final Set<ProcessHandle> before = descendants();

    @TempDir
    Path parent;

    @Test
    void takesFolderAndGuardAlongWhenItIsKilled() throws IOException, InterruptedException {
        Path folder = folderWithAFile();
        GuardedProcess process = start(folder, "exec sleep 600");
        assertThat(process.isAlive()).isTrue();

        process.kill();

        assertNothingIsLeft(process, folder);
    }

    @Test
    void takesFolderAndGuardAlongWhenItEndsByItself() throws IOException, InterruptedException {
        Path folder = folderWithAFile();
        GuardedProcess process = start(folder, "echo done; exit 0");

        assertThat(process.succeedsWithin(20)).isTrue();

        assertNothingIsLeft(process, folder);
        assertThat(process.lastLines()).isEqualTo("done");
    }

    @Test
    void tellsFailureAndKeepsTheLastWords() throws IOException, InterruptedException {
        Path folder = folderWithAFile();
        GuardedProcess process = start(folder, "seq 1 100; echo because >&2; exit 3");

        assertThat(process.succeedsWithin(20)).isFalse();

        assertThat(process.lastLines().lines()).hasSize(30).last().isEqualTo("because");
        assertNothingIsLeft(process, folder);
    }

    @Test
    void isKilledWhenItsTimeIsOver() throws IOException, InterruptedException {
        Path folder = folderWithAFile();
        GuardedProcess process = start(folder, "exec sleep 600");

        assertThat(process.succeedsWithin(0)).isFalse();

        assertNothingIsLeft(process, folder);
    }

    private Path folderWithAFile() throws IOException {
        Path folder = Files.createDirectory(parent.resolve("a folder's name"));
        Files.createFile(folder.resolve("file"));
        return folder;
    }

    private static GuardedProcess start(Path folder, String script) throws IOException {
        return GuardedProcess.start(List.of("/bin/sh", "-c", script), Map.of(), folder);
    }

    private void assertNothingIsLeft(GuardedProcess process, Path folder) throws InterruptedException {
        assertThat(process.isAlive()).isFalse();
        assertThat(folder).doesNotExist();
        Await.until("no process is left", () -> before.containsAll(descendants()));
    }

    private static Set<ProcessHandle> descendants() {
        return ProcessHandle.current().descendants().collect(Collectors.toSet());
    }
}
