/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.batch;

import dev.onkey.hibernate.Outcome;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * How a job ended.
 *
 * @param counts of rows created, updated and unchanged in all attempts, as the step's listeners see them
 * @param storedCounts the same as a restart gets them
 */
record Run(boolean completed, List<Throwable> failures, long skipped, List<Long> counts, List<Long> storedCounts) {

    static List<Long> counts(ExecutionContext context) {
        return Stream.of(Outcome.values())
                .map(outcome -> context.getLong(UpsertItemWriter.countOf(outcome)))
                .toList();
    }
}
