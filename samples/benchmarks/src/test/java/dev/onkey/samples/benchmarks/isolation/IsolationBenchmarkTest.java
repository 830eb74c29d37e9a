/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The benchmark does what it says; how fast is not for a test to say. */
class IsolationBenchmarkTest {

    @ParameterizedTest
    @EnumSource
    void everyCallWrites(Isolated isolated) {
        IsolationBenchmark benchmark = new IsolationBenchmark();
        benchmark.isolated = isolated;
        benchmark.start();
        try {
            Attempts attempts = new Attempts();
            attempts.start();
            assertThat(benchmark.upsertOfANewKey(attempts).created()).isTrue();
            assertThat(benchmark.upsertOfAHotKey(attempts).created()).isTrue();
            assertThat(benchmark.getOrCreateTogether(attempts).total()).isEqualTo(1);
            assertThat(benchmark.upsertAllOfNewKeys(attempts)).isNotEmpty();
            assertThat(benchmark.upsertAllOfSharedKeys(attempts)).isNotEmpty();
        } finally {
            benchmark.stop();
        }
    }
}
