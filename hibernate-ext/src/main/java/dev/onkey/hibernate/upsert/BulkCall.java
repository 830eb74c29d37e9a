/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.UpsertedRow;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/** One call for many candidates, of one entity or of several: all are checked before the first is written. */
final class BulkCall {

    private final UpdateChoice choice;
    private final boolean update;
    private final SharedSessionContractImplementor session;
    private final Map<Class<?>, BulkUpsertion<Object>> upsertions = new LinkedHashMap<>();
    private int size;

    /**
     * For candidates that are still to be added.
     *
     * @param choice what is written to a row that exists
     * @param update whether anything is
     */
    BulkCall(UpdateChoice choice, boolean update, SharedSessionContractImplementor session) {
        this.choice = choice;
        this.update = update;
        this.session = session;
    }

    /** Refuses an entity that cannot be upserted, and a choice that cannot be carried out for it. */
    BulkCall check(Class<?> type) {
        upsertionOf(type);
        return this;
    }

    /** Checks the candidates. */
    BulkCall addAll(Collection<?> candidates) {
        for (Object candidate : candidates) {
            requireCandidate(candidate);
            upsertionOf(candidate.getClass()).add(size++, candidate);
        }
        return this;
    }

    /** Writes the rows of all of them or none. */
    List<UpsertedRow> write() {
        if (size == 0) {
            return List.of();
        }
        BulkResults results = new BulkResults(size);
        UpsertedRow[] rows = new UpsertedRow[size];
        upsertions.values().forEach(BulkUpsertion::flush);
        AllOrNothing.run(session, () -> upsertions.values().forEach(upsertion -> upsertion.write(results)));
        upsertions.values().forEach(upsertion -> upsertion.describe(results, (row, position) -> rows[position] = row));
        return List.of(rows);
    }

    static void requireCandidate(@Nullable Object candidate) {
        if (candidate == null) {
            throw new IllegalArgumentException("The candidate is null: pass an entity.");
        }
    }

    @SuppressWarnings("unchecked")
    private BulkUpsertion<Object> upsertionOf(Class<?> type) {
        return upsertions.computeIfAbsent(
                type, entity -> new BulkUpsertion<>((Class<Object>) entity, choice, update, session));
    }
}
