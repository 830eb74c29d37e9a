/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.Outcome;
import dev.onkey.hibernate.UpsertedRow;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import org.hibernate.MappingException;
import org.hibernate.StaleStateException;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/** One call for many candidates, of one entity or of several: all are checked before the first is written. */
final class BulkCall {

    private final UpdateChoice choice;
    private final boolean update;
    private final Input input;
    private final SharedSessionContractImplementor session;
    private final Map<Class<?>, BulkUpsertion<Object>> upsertions = new LinkedHashMap<>();
    private int size;

    /**
     * For candidates that are still to be added.
     *
     * @param choice what is written to a row that exists
     * @param update whether anything is
     * @param input what they come from
     */
    BulkCall(UpdateChoice choice, boolean update, Input input, SharedSessionContractImplementor session) {
        this.choice = choice;
        this.update = update;
        this.input = input;
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
            add(size++, candidate);
        }
        return this;
    }

    /** Writes the rows of all of them or none. */
    List<UpsertedRow> writeAllOrNone() {
        UpsertedRow[] rows = new UpsertedRow[size];
        if (size > 0) {
            flush();
            // of the statements for one row at most one writes
            BulkResults results = size == 1 ? writeAll() : Passes.get(session, this::writeAll);
            describe(results, (row, position) -> rows[position] = row);
        }
        return List.of(rows);
    }

    /** Brings the pending changes of the session that matter. */
    void flush() {
        upsertions.values().forEach(BulkUpsertion::flush);
    }

    /** Writes the rows by way of a temporary table; null if it cannot be done. */
    @Nullable
    StagedRows stage(Staging staging, NewRows newRows) {
        return upsertions.size() == 1 ? upsertions.values().iterator().next().stage(staging, newRows) : null;
    }

    /** Inserts the rows, if all are likely to be new, by one statement; null if nothing has been written. */
    @Nullable
    BulkResults insertAtOnce(Carryover carryover) {
        BulkResults results = new BulkResults(input, size);
        return upsertions.size() == 1 && upsertions.values().iterator().next().insertAtOnce(results, carryover)
                ? results
                : null;
    }

    /**
     * Writes the rows.
     *
     * @throws WriteOrder.BrokenException if they are to be taken back and written again
     */
    BulkResults write(Carryover carryover) {
        BulkResults results = new BulkResults(input, size);
        try {
            upsertions.values().forEach(upsertion -> upsertion.write(results, carryover));
            results.tellRefused();
            return results;
        } catch (StaleStateException e) {
            throw session.getExceptionConverter().convert(e);
        }
    }

    /** Tells what has become of the rows, and brings the session up to date. */
    void describe(BulkResults results, ObjIntConsumer<UpsertedRow> described) {
        upsertions.values().forEach(upsertion -> upsertion.describe(results, described));
    }

    /** Tells what has become of each row but not which it is, and brings the session up to date. */
    void count(BulkResults results, Refreshed refreshed, Consumer<Outcome> counted) {
        upsertions.values().forEach(upsertion -> upsertion.count(results, refreshed, counted));
    }

    static void requireCandidate(@Nullable Object candidate) {
        if (candidate == null) {
            throw new IllegalArgumentException("The candidate is null: pass an entity.");
        }
    }

    private BulkResults writeAll() {
        try (KeptStatements statements = new KeptStatements(session)) {
            return write(new Carryover(NewRows.unlikely(), statements));
        }
    }

    private void add(int position, @Nullable Object candidate) {
        try {
            requireCandidate(candidate);
            upsertionOf(candidate.getClass()).add(position, candidate);
        } catch (MappingException e) {
            throw e;
        } catch (RuntimeException e) {
            if (!Splitting.isOfARow(e)) {
                throw e;
            }
            input.refuse(position, e);
        }
    }

    @SuppressWarnings("unchecked")
    private BulkUpsertion<Object> upsertionOf(Class<?> type) {
        return upsertions.computeIfAbsent(
                type, entity -> new BulkUpsertion<>((Class<Object>) entity, choice, update, session));
    }
}
