/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerSyntaxTest {

    @ParameterizedTest
    @CsvSource({
        "5.7.22-log, false, false",
        "8.0.15, false, true",
        "8.0.18, false, true",
        "8.0.19, true, true",
        "8.0.31, true, true",
        "8.4.0, true, true",
        "9.7.4-1, true, true",
        "26.1.0, true, true",
        "10.0.1, true, true",
        "5.5.5-10.11.6-MariaDB-1, false, false",
        "11.8.9-MariaDB-1, false, false",
        "unheard of, false, false",
    })
    void knowsWhichServerKnowsWhichForm(String version, boolean rowAlias, boolean forShare) {
        assertThat(ServerSyntax.of(version)).isEqualTo(new ServerSyntax(rowAlias, forShare, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"8.0.11-TiDB-v8.5.0", "8.0.30-Vitess", "8.0.34-PlanetScale", "5.7.22-ShardingSphere-Proxy 5.5.0"
            })
    void expectsNoReportsFromServersThatOnlySpeakTheProtocol(String version) {
        assertThat(ServerSyntax.of(version)).isEqualTo(new ServerSyntax(false, false, false));
    }
}
