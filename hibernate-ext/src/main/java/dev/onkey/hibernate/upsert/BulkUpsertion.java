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
        List<List<Candidate>> rounds = Rounds.of(candidates, equal);
        if (rounds.size() != 1 || alike(candidates).size() != 1) {
            return null;
        }
        StagedRows rows = null;
        boolean complete = false;
        try {
            rows = staging.write(plan, sql, rounds.get(0), newRows, session);
            complete = true;
        } finally {
            if (!complete || rows != null && rows.haveChanged()) {
                CacheInvalidation.of(entity.persister(), session);
            }
        }
        return rows;
    }

    /**
     * Writes the rows of all of them.
     *
     * @throws WriteOrder.BrokenException if they are to be taken back and written again
     */
    void write(BulkResults results, Carryover carryover) {
        WriteOrder order = new WriteOrder(entity, candidates, equal);
        LoneRows lone = new LoneRows(plan, update, choice, results, order, session);
        Carryover carried = carryover;
        boolean complete = false;
        try {
            for (List<Candidate> round : Rounds.of(candidates, equal)) {
                for (List<Candidate> rows : alike(round)) {
                    new BulkWriter(plan, statements(rows.get(0)), update, lone, results, order, carried, session)
                            .write(rows);
                }
                // what has the key of an earlier row is not new
                carried = new Carryover(NewRows.unlikely(), carryover.statements(), carryover.refreshed());
            }
            candidates.stream().filter(results::isRefused).forEach(lone::lookAgain);
            order.check();
            complete = true;
        } finally {
            if (!complete || results.hasChanges()) {
                CacheInvalidation.of(entity.persister(), session);
            }
        }
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

    private StatementSet statements(Candidate candidate) {
        return plan.statements(candidate.proposal(), choice);
    }

    private Object id(Candidate candidate, WrittenRow row) {
        return stored.id(row, entity.search().valuesOf(candidate.proposal().instance()), type);
    }
}
