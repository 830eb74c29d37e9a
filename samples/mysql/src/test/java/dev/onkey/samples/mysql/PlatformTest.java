/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformTest {
    @ParameterizedTest
    @ValueSource(strings = {"amd64", "x86_64"})
    void linuxOnX86RunsTheEmbeddedServer(String arch) {
        Platform platform = new Platform("Linux", arch);

        assertThat(platform.runsEmbeddedServer()).isTrue();
        platform.requireEmbeddedServer();
    }

    @ParameterizedTest
    @CsvSource({"Linux, aarch64", "Mac OS X, aarch64", "Mac OS X, x86_64", "Windows 11, amd64"})
    void elsewhereASentenceSaysWhatToDo(String os, String arch) {
        assertThatThrownBy(() -> new Platform(os, arch).requireEmbeddedServer())
                .isInstanceOf(NoServerException.class)
                .hasMessageContaining("Linux x86-64 only")
                .hasMessageContaining(os + " " + arch)
                .hasMessageContaining("start Docker, or pass the URL of a server: -Donkey.jdbc.url=jdbc:mysql://");
    }
}
