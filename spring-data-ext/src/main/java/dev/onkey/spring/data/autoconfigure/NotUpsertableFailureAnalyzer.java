/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.autoconfigure;

import dev.onkey.spring.data.NotUpsertableException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in Spring Boot's own words why an application with an unusable repository does not start. */
final class NotUpsertableFailureAnalyzer extends AbstractFailureAnalyzer<NotUpsertableException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, NotUpsertableException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Do as the description says, or do not let "
                        + cause.repository().getName() + " extend UpsertRepository.",
                cause);
    }
}
