/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.Outcome;
import jakarta.persistence.OptimisticLockException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.StaleStateException;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/** A chunk of an import, and what becomes of its rows. */
final class ImportChunk<E> implements Input {

    private final Importing<E> importing;
    private final long start;
    private final List<@Nullable E> candidates;
    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private final List<RefusedRow<E>> refused = new ArrayList<>();

    /**
     * For candidates that are still to be written.
     *
     * @param start where the first of them stands in the input
     */
    ImportChunk(Importing<E> importing, long start, List<@Nullable E> candidates) {
        this.importing = importing;
        this.start = start;
        this.candidates = candidates;
    }

    void write(Staging staging, Carryover carryover, SharedSessionContractImplementor session) {
        BulkCall call = new BulkCall(importing.choice(), true, this, session).addAll(candidates);
        call.flush();
        StagedRows staged = call.stage(staging, carryover.newRows());
        if (staged == null) {
            call.count(
                    written(call, carryover, session),
                    carryover.refreshed(),
                    outcome -> outcomes.merge(outcome, 1, Integer::sum));
        } else {
            for (Outcome outcome : Outcome.values()) {
                outcomes.put(outcome, staged.count(outcome));
            }
        }
    }

    long size() {
        return candidates.size();
    }

    long count(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }

    long refused() {
        return refused.size();
    }

    /** Tells all of them, also those behind one whose listener fails: an import that goes on from here does not meet them again. */
    void tellRefused() {
        for (int i = 0; i < refused.size(); i++) {
            try {
                tell(refused.get(i));
            } catch (Throwable e) {
                refused.subList(i + 1, refused.size()).forEach(row -> tell(row, e));
                throw e;
            }
        }
    }

    @Override
    public String placeOf(int position, int size) {
        return ", number " + (start + position + 1);
    }

    @Override
    public boolean isCounted() {
        return true;
    }

    @Override
    public boolean goesOn() {
        return importing.refused() != null;
    }

    @Override
    public void refuse(int position, RuntimeException reason) {
        if (importing.refused() == null) {
            throw reason;
        }
        RuntimeException told = reason instanceof StaleStateException
                ? new OptimisticLockException(reason.getMessage(), reason)
                : reason;
        refused.add(new RefusedRow<>(start + position, candidates.get(position), told));
    }

    private static BulkResults written(BulkCall call, Carryover carryover, SharedSessionContractImplementor session) {
        // one statement takes itself back, without the two that a savepoint costs
        BulkResults inserted = call.insertAtOnce(carryover);
        return inserted == null ? Passes.get(session, () -> call.write(carryover)) : inserted;
    }

    private void tell(RefusedRow<E> row) {
        Objects.requireNonNull(importing.refused()).accept(row);
    }

    private void tell(RefusedRow<E> row, Throwable before) {
        try {
            tell(row);
        } catch (Throwable e) {
            if (e != before) {
                before.addSuppressed(e);
            }
        }
    }
}
