/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.hibernate.engine.jdbc.spi.JdbcServices;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The benchmarks do what they say; how fast is not for a test to say. */
class FlushBenchmarkTest {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyRowIsSent(boolean onkey) {
        FlushBenchmark benchmark = new FlushBenchmark();
        benchmark.onkey = onkey;
        benchmark.start();
        try {
            assertThat(benchmark.flush()).isEqualTo(FlushBenchmark.ROWS);
            assertThat(benchmark.persist()).isEqualTo(FlushBenchmark.ROWS);
        } finally {
            benchmark.stop();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void onkeyIsThereOrNot(boolean onkey) {
        try (SessionFactoryImplementor factory =
                Factories.on("bench_factories", onkey, Ware.class).unwrap(SessionFactoryImplementor.class)) {
            JdbcServices jdbc = factory.getJdbcServices();
            assertThat(jdbc.getSqlExceptionHelper()
                            .getSqlExceptionConverter()
                            .getClass()
                            .getPackageName()
                            .startsWith("dev.onkey"))
                    .isEqualTo(onkey);
        }
    }
}
