/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerSyntaxTest {

    @ParameterizedTest
    @CsvSource({
        "5.7.22-log, false",
        "8.0.15, false",
        "8.0.18, false",
        "8.0.19, true",
        "8.0.31, true",
        "8.4.0, true",
        "9.7.4-1, true",
        "26.1.0, true",
        "10.0.1, true",
        "5.5.5-10.11.6-MariaDB-1, false",
        "11.8.9-MariaDB-1, false",
        "unheard of, false",
    })
    void knowsWhichServersKnowTheRowAlias(String version, boolean rowAlias) {
        assertThat(ServerSyntax.of(version).rowAlias()).isEqualTo(rowAlias);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.0.11-TiDB-v8.5.0", "8.0.30-Vitess"})
    void refusesServersThatOnlySpeakTheProtocol(String version) {
        assertThatThrownBy(() -> ServerSyntax.of(version))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining(version);
    }
}
