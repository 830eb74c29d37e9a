/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "paths are absolute in another way, and nothing is unpacked there")
class CacheFolderTest {
    @Test
    void isWhereTheUserKeepsCaches() {
        assertThat(CacheFolder.find("/cache", "/home/me")).isEqualTo(Path.of("/cache/onkey"));
    }

    @Test
    void isInTheHomeFolderOtherwise() {
        assertThat(CacheFolder.find(null, "/home/me")).isEqualTo(Path.of("/home/me/.cache/onkey"));
        assertThat(CacheFolder.find("", "/home/me")).isEqualTo(Path.of("/home/me/.cache/onkey"));
        assertThat(CacheFolder.find("relative", "/home/me")).isEqualTo(Path.of("/home/me/.cache/onkey"));
    }

    @Test
    void aUserWithoutHomeIsToldWhatToSet() {
        assertThatThrownBy(() -> CacheFolder.find(null, "?"))
                .isInstanceOf(NoServerException.class)
                .hasMessageContaining("XDG_CACHE_HOME");
    }
}
