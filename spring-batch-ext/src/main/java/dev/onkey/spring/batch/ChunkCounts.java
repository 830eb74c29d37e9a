/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.batch;

import dev.onkey.hibernate.Outcome;
import dev.onkey.hibernate.UpsertedRow;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What one transaction did to the rows of one writer. It is kept with the transaction, and so forgotten with one that is rolled
 * back. It belongs to one thread, as the transaction does.
 */
final class ChunkCounts implements TransactionSynchronization {

    private final UpsertItemWriter<?> writer;
    private final Map<Object, Outcome> outcomes = new IdentityHashMap<>();
    private final Map<Outcome, Long> saved = new EnumMap<>(Outcome.class);
    private @Nullable ExecutionContext context;

    private ChunkCounts(UpsertItemWriter<?> writer) {
        this.writer = writer;
    }

    /** The counts of the current transaction; null outside of one, and before the writer has written in it. */
    static @Nullable ChunkCounts current(UpsertItemWriter<?> writer) {
        return synchronizations().stream()
                .filter(ChunkCounts.class::isInstance)
                .map(ChunkCounts.class::cast)
                .filter(counts -> counts.writer == writer)
                .findFirst()
                .orElse(null);
    }

    static ChunkCounts begin(UpsertItemWriter<?> writer) {
        ChunkCounts counts = new ChunkCounts(writer);
        TransactionSynchronizationManager.registerSynchronization(counts);
        return counts;
    }

    /**
     * Notes what happened to the rows. Batch writes an item again in the same transaction where it tries a chunk again without
     * rolling it back: what was done to its row first is what the transaction does to it.
     */
    void add(List<?> items, List<UpsertedRow> rows) {
        for (int i = 0; i < rows.size(); i++) {
            outcomes.merge(items.get(i), rows.get(i).outcome(), BinaryOperator.minBy(Outcome::compareTo));
        }
    }

    /** The last thing before the commit, so that the counts are stored in the same transaction. */
    void save(ExecutionContext context) {
        this.context = context;
        for (Outcome outcome : outcomes.values()) {
            increment(context, outcome, 1);
            saved.merge(outcome, 1L, Long::sum);
        }
        outcomes.clear();
    }

    /** Batch 6 does not take back the context of a transaction whose commit fails. */
    @Override
    public void afterCompletion(int status) {
        ExecutionContext context = this.context;
        if (status != STATUS_COMMITTED && context != null) {
            saved.forEach((outcome, count) -> increment(context, outcome, -count));
        }
    }

    static void increment(ExecutionContext context, Outcome outcome, long count) {
        String key = UpsertItemWriter.countOf(outcome);
        context.putLong(key, context.getLong(key, 0) + count);
    }

    private static List<TransactionSynchronization> synchronizations() {
        return TransactionSynchronizationManager.isSynchronizationActive()
                ? TransactionSynchronizationManager.getSynchronizations()
                : Collections.emptyList();
    }
}
