/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EmbeddedVersionTest {
    @ParameterizedTest
    @EnumSource
    void isFoundByItsNumber(EmbeddedVersion version) {
        assertThat(EmbeddedVersion.of(version.number())).isSameAs(version);
    }

    @Test
    void anUnknownOneIsAnsweredWithThoseThatExist() {
        assertThatThrownBy(() -> EmbeddedVersion.of("8.4"))
                .hasMessageStartingWith("There is no embedded MySQL '8.4' (system property onkey.mysql),"
                        + " only 8.0.31, 8.0.15, 5.7.22.")
                .hasMessageContaining("start Docker, or pass the URL of a server");
    }
}
