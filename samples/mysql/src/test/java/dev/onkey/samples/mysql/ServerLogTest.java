/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerLogTest {
    @ParameterizedTest
    @ValueSource(strings = {"libnuma.so.1", "/usr/lib64/libnuma.so.1"})
    void aMissingLibraryIsNamedWithItsPackage(String library) {
        ServerLog log = new ServerLog("mysqld: error while loading shared libraries: " + library
                + ": cannot open shared object file: No such file or directory");

        assertThat(log.failure("MySQL 8.0.31 did not start", null))
                .hasMessageStartingWith(
                        "MySQL 8.0.31 did not start: this machine lacks libnuma.so.1; install it, package libnuma1.")
                .hasMessageContaining("start Docker, or pass the URL of a server");
    }

    @Test
    void anyOtherFailureShowsTheLastLines() {
        Exception cause = new Exception();

        assertThat(new ServerLog("first\nlast").failure("MySQL 8.0.31 did not start", cause))
                .hasMessageContaining("first\nlast")
                .hasMessageContaining("start Docker, or pass the URL of a server")
                .hasCause(cause);
    }
}
