/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftsTest {
    @TempDir
    Path parent;

    @Test
    void theFirstOfTwoIsPublishedAndTheSecondGivesWay() throws IOException {
        Drafts drafts = new Drafts(parent);
        Path complete = parent.resolve("complete");

        drafts.publish(draftWith("first"), complete);
        drafts.publish(draftWith("second"), complete);

        assertThat(complete).isDirectoryContaining("glob:**/first").isDirectoryNotContaining("glob:**/second");
    }

    @Test
    void anythingElseInTheWayIsAFailure() throws IOException {
        Path draft = draftWith("first");

        assertThatThrownBy(() -> new Drafts(parent).publish(draft, parent.resolve("missing/complete")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void onlyOldDraftsCountAsAbandoned() throws IOException {
        Path old = draftWith("file");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        Path young = draftWith("file");

        new Drafts(parent).deleteAbandoned();

        assertThat(old).doesNotExist();
        assertThat(young).isDirectory();
    }

    private Path draftWith(String file) throws IOException {
        Path draft = new Drafts(parent).create();
        Files.createFile(draft.resolve(file));
        return draft;
    }
}
