/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.mysql;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;

/** Folders in the making: they get their final name when they are complete, so that a half-made one never counts. */
record Drafts(Path parent) {
    private static final String PREFIX = "draft-";
    private static final Duration ABANDONED_AFTER = Duration.ofHours(1);

    Path create() throws IOException {
        Files.createDirectories(parent);
        return Files.createTempDirectory(parent, PREFIX);
    }

    void publish(Path draft, Path complete) throws IOException {
        try {
            Files.move(draft, complete, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            boolean anotherJvmWasFaster = Files.isDirectory(complete);
            if (!anotherJvmWasFaster) {
                throw e;
            }
        }
    }

    /** Deletes what a killed JVM left behind. */
    void deleteAbandoned() {
        Instant limit = Instant.now().minus(ABANDONED_AFTER);
        try (DirectoryStream<Path> drafts = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path draft : drafts) {
                if (Files.getLastModifiedTime(draft).toInstant().isBefore(limit)) {
                    FolderTree.delete(draft);
                }
            }
        } catch (IOException e) {
            // another JVM may be deleting the same; what is left over waits for the next one
        }
    }
}
