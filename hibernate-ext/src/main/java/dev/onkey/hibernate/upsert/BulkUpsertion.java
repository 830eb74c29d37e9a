/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.Outcome;
import dev.onkey.hibernate.UpsertedRow;
import dev.onkey.hibernate.row.MappedEntity;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/** The steps of one call for many candidates of an entity: check all, flush, write, invalidate, bring the session up to date. */
final class BulkUpsertion<E> {

    private final Class<E> type;
    private final SharedSessionContractImplementor session;
    private final UpsertPlan plan;
    private final MappedEntity entity;
    private final Proposals proposals;
    private final StoredEntities stored;
    private final UpdateChoice choice;
    private final boolean update;
    private final List<Candidate> candidates = new ArrayList<>();
    private final EqualKeys equal = new EqualKeys();

    /**
     * For an entity.
     *
     * @param choice what is written to a row that exists
     * @param update whether anything is
     */
    BulkUpsertion(Class<E> type, UpdateChoice choice, boolean update, SharedSessionContractImplementor session) {
        this.type = type;
        this.session = session;
        this.plan = UpsertPlans.of(type, session);
        this.entity = plan.entity();
        this.proposals = new Proposals(plan, session);
        this.stored = StoredEntities.of(plan, session);
        this.choice = choice;
        this.update = update;
        plan.check(choice);
    }

    /** Checks a candidate. */
    void add(int position, E candidate) {
        addProposal(position, update ? proposals.forUpsert(candidate) : proposals.forInsert(candidate));
    }

    /** Takes the row of a candidate that has been checked. */
    void addProposal(int position, Proposal proposal) {
        candidates.add(new Candidate(position, proposal, entity.columns().key(proposal.values())));
    }

    boolean isEmpty() {
        return candidates.isEmpty();
    }

    /** Brings the pending changes of the session that matter. */
    void flush() {
        stored.flush();
    }

    /** Writes the rows of all of them by way of a temporary table; null if it cannot be done. */
    @Nullable
    StagedRows stage(Staging staging, NewRows newRows) {
        StagingSql sql =
                candidates.isEmpty() ? null : statements(candidates.get(0)).staging();
        // rows that are not told cannot be brought up to date, nor compared with those of another statement
        if (sql == null
                || stored.areHeld()
                || candidates.stream().anyMatch(each -> each.proposal().versioned())) {
            return null;
        }
        List<Candidate> together = together();
        if (together == null) {
            return null;
        }
        return invalidating(
                () -> staging.write(plan, sql, together, newRows, session), rows -> rows != null && rows.haveChanged());
    }

    /** Inserts the rows of all of them, if they are likely to be new, by one statement; false if nothing has been written. */
    boolean insertAtOnce(BulkResults results, Carryover carryover) {
        List<Candidate> together = carryover.newRows().areExcluded() ? null : together();
        if (together == null) {
            return false;
        }
        WriteOrder order = new WriteOrder(entity, candidates, equal);
        BulkWriter writer = writer(together, lone(results, order), results, order, carryover);
        return invalidating(() -> writer.insertAtOnce(together), Boolean::booleanValue);
    }

    /**
     * Writes the rows of all of them.
     *
     * @throws WriteOrder.BrokenException if they are to be taken back and written again
     */
    void write(BulkResults results, Carryover carryover) {
        WriteOrder order = new WriteOrder(entity, candidates, equal);
        LoneRows lone = lone(results, order);
        invalidating(
                () -> {
                    Carryover carried = carryover;
                    for (List<Candidate> round : Rounds.of(candidates, equal)) {
                        for (List<Candidate> rows : alike(round)) {
                            writer(rows, lone, results, order, carried).write(rows);
                        }
                        // what has the key of an earlier row is not new
                        carried = new Carryover(NewRows.unlikely(), carryover.statements(), carryover.refreshed());
                    }
                    candidates.stream().filter(results::isRefused).forEach(lone::lookAgain);
                    order.check();
                    return results;
                },
                BulkResults::hasChanges);
    }

    /** Tells what has become of them, and brings the session up to date. */
    void describe(BulkResults results, ObjIntConsumer<UpsertedRow> described) {
        for (Candidate each : candidates) {
            if (!results.isRefused(each)) {
                WrittenRow row = results.of(each);
                Object id = id(each, row);
                stored.refresh(id, StoredEntities.isBeyondSnapshot(row.outcome()));
                described.accept(new UpsertedRow(id, row.outcome()), each.position());
            }
        }
    }

    /** Tells what has become of each but not which row it is, and brings the session up to date, if it holds any of the kind. */
    void count(BulkResults results, Refreshed refreshed, Consumer<Outcome> counted) {
        boolean held = stored.areHeld();
        for (Candidate each : candidates) {
            if (!results.isRefused(each)) {
                WrittenRow row = results.of(each);
                // the session cannot hold what has no id yet
                if (held && (row.id() != null || row.outcome() != Outcome.CREATED)) {
                    refresh(id(each, row), row.outcome(), refreshed);
                }
                counted.accept(row.outcome());
            }
        }
    }

    private void refresh(Object id, Outcome outcome, Refreshed refreshed) {
        if (stored.refresh(id, StoredEntities.isBeyondSnapshot(outcome))) {
            refreshed.add(() -> stored.refresh(id, false));
        }
    }

    /** All of them, if they have different keys and the same statements write them; null if not. */
    private @Nullable List<Candidate> together() {
        List<List<Candidate>> rounds = Rounds.of(candidates, equal);
        return rounds.size() == 1 && alike(candidates).size() == 1 ? rounds.get(0) : null;
    }

    /** Those that the same statements write; for most entities that is all of them. */
    private List<List<Candidate>> alike(List<Candidate> rows) {
        List<List<Candidate>> groups = new ArrayList<>();
        Map<StatementSet, List<Candidate>> known = new IdentityHashMap<>();
        for (Candidate each : rows) {
            known.computeIfAbsent(statements(each), another -> {
                        List<Candidate> group = new ArrayList<>();
                        groups.add(group);
                        return group;
                    })
                    .add(each);
        }
        return groups;
    }

    private LoneRows lone(BulkResults results, WriteOrder order) {
        return new LoneRows(plan, update, choice, results, order, session);
    }

    private BulkWriter writer(
            List<Candidate> rows, LoneRows lone, BulkResults results, WriteOrder order, Carryover carryover) {
        return new BulkWriter(plan, statements(rows.get(0)), update, lone, results, order, carryover, session);
    }

    /** Writes, and makes the caches forget what has changed, or may have. */
    private <R extends @Nullable Object> R invalidating(Supplier<R> writes, Predicate<R> changed) {
        boolean unchanged = false;
        try {
            R written = writes.get();
            unchanged = !changed.test(written);
            return written;
        } finally {
            if (!unchanged) {
                CacheInvalidation.of(entity.persister(), session);
            }
        }
    }

    private StatementSet statements(Candidate candidate) {
        return plan.statements(candidate.proposal(), choice);
    }

    private Object id(Candidate candidate, WrittenRow row) {
        return stored.id(row, entity.search().valuesOf(candidate.proposal().instance()), type);
    }
}
