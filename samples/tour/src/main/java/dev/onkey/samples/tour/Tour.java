/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.tour;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Walks all steps in their order. */
@Component
final class Tour {

    private final List<Step> steps;

    Tour(List<Step> steps) {
        this.steps = steps;
    }

    void walk(Visit visit) {
        for (Step step : steps) {
            visit.report().heading(step.title(), step.code());
            Instant start = Instant.now();
            List<String> results = step.walk(visit);
            visit.report().results(results, Duration.between(start, Instant.now()));
        }
    }
}
