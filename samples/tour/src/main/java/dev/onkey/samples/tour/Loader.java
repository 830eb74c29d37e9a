/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.tour;

import dev.onkey.samples.tour.Listing.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import me.tongfei.progressbar.ProgressBar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads rows in chunks: each is a transaction with a persistence context of its own, so that neither grows with the file. What
 * an earlier chunk has stored is referred to as it is, detached.
 */
@Component
final class Loader {

    private static final int CHUNK = 500;

    private final Organisations organisations;
    private final Assignments assignments;
    private final TransactionTemplate transaction;

    Loader(Organisations organisations, Assignments assignments, TransactionTemplate transaction) {
        this.organisations = organisations;
        this.assignments = assignments;
        this.transaction = transaction;
    }

    /** @return what happened to the assignments */
    Outcomes load(List<Row> rows, Report report) {
        List<String> names = rows.stream().map(Row::organisation).distinct().toList();
        try (ProgressBar progress = report.progress(names.size() + rows.size())) {
            Map<String, Organisation> byName = new HashMap<>();
            inChunks(names, progress, chunk -> byName.putAll(getOrCreate(chunk)));
            Outcomes outcomes = new Outcomes();
            inChunks(rows, progress, chunk -> upsert(chunk, byName, outcomes));
            return outcomes;
        }
    }

    private Map<String, Organisation> getOrCreate(List<String> names) {
        Map<String, Organisation> found = new HashMap<>();
        for (String name : names) {
            found.put(name, organisations.getOrCreate(new Organisation(name)));
        }
        return found;
    }

    private void upsert(List<Row> rows, Map<String, Organisation> byName, Outcomes outcomes) {
        List<Assignment> chunk = rows.stream()
                .map(row -> new Assignment(
                        row.registry(),
                        row.block(),
                        Objects.requireNonNull(byName.get(row.organisation())),
                        row.organisation()))
                .toList();
        assignments.upsertAll(chunk).forEach(outcomes::add);
    }

    private <T> void inChunks(List<T> all, ProgressBar progress, Consumer<List<T>> work) {
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<T> chunk = all.subList(from, Math.min(from + CHUNK, all.size()));
            transaction.executeWithoutResult(status -> work.accept(chunk));
            progress.stepBy(chunk.size());
        }
    }
}
