/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.Outcome;
import dev.onkey.hibernate.UpsertedRow;
import dev.onkey.hibernate.row.Identifiers;
import dev.onkey.hibernate.row.KeySearch;
import dev.onkey.hibernate.row.RowKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ObjIntConsumer;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/** The steps of one call that gets or creates many entities of a type: check all, find, insert what is missing, read that. */
final class BulkGetOrCreate<E> {

    private final Class<E> type;
    private final SharedSessionContractImplementor session;
    private final UpsertPlan plan;
    private final KeySearch search;
    private final Identifiers ids;
    private final Proposals proposals;
    private final StoredEntities stored;
    private final Callbacks callbacks;
    private final BulkUpsertion<E> inserts;
    private final List<Wanted<E>> wanted = new ArrayList<>();
    private final Map<RowKey, E> found = new HashMap<>();
    private final Map<RowKey, Integer> missing = new HashMap<>();

    BulkGetOrCreate(Class<E> type, SharedSessionContractImplementor session) {
        this.type = type;
        this.session = session;
        this.plan = UpsertPlans.of(type, session);
        this.search = plan.entity().search();
        this.ids = plan.entity().identifiers();
        this.proposals = new Proposals(plan, session);
        this.stored = StoredEntities.of(plan, session);
        this.callbacks = new Callbacks(plan.entity().persister(), session);
        this.inserts = new BulkUpsertion<>(type, UpdateChoice.NOTHING, false, session);
    }

    /** Checks a candidate. */
    void add(int position, E candidate) {
        Proposal proposal = null;
        if (proposals.hasKey(candidate)) {
            proposals.checkReferences(candidate);
        } else {
            // callbacks may give it one; otherwise they are for rows that are really inserted
            proposal = proposals.forInsert(candidate);
        }
        Object keyed = proposal == null ? candidate : proposal.instance();
        wanted.add(new Wanted<>(position, candidate, proposal, keyed, search.keyOf(keyed, session)));
    }

    /** Finds those that are there, and checks the others in full. */
    void find() {
        Map<RowKey, Map<String, ?>> keys = new LinkedHashMap<>();
        wanted.forEach(each -> keys.putIfAbsent(each.key(), search.valuesOf(each.keyed())));
        for (E entity : new EntityQuery<>(type, plan, session).byKeys(List.copyOf(keys.values()))) {
            found.put(search.keyOf(entity, session), entity);
        }
        for (Wanted<E> each : wanted) {
            // one that has the key of another one will be found when that is in
            if (!found.containsKey(each.key()) && missing.putIfAbsent(each.key(), each.position()) == null) {
                inserts.addProposal(
                        each.position(),
                        each.proposal() == null ? proposals.forInsert(each.candidate()) : each.proposal());
            }
        }
    }

    boolean isComplete() {
        return inserts.isEmpty();
    }

    /** Brings the pending changes of the session that matter. */
    void flush() {
        inserts.flush();
    }

    /** Inserts the missing ones. */
    void write(BulkResults results) {
        try (KeptStatements statements = new KeptStatements(session)) {
            inserts.write(results, new Carryover(NewRows.likely(), statements));
        }
    }

    /** Tells the entity of each candidate. */
    void describe(BulkResults results, ObjIntConsumer<E> described) {
        Map<Integer, UpsertedRow> inserted = new HashMap<>();
        inserts.describe(results, (row, position) -> inserted.put(position, row));
        Map<Object, E> byId = created(inserted.values());
        for (Wanted<E> each : wanted) {
            UpsertedRow row = inserted.get(missing.get(each.key()));
            E entity = row == null
                    ? found.get(each.key())
                    : byId.computeIfAbsent(
                            ids.rowOf(row.id()), id -> read(new WrittenRow(row.id(), row.outcome()), each));
            described.accept(Objects.requireNonNull(entity), each.position());
        }
    }

    private Map<Object, E> created(Collection<UpsertedRow> inserted) {
        List<Object> created = inserted.stream()
                .filter(UpsertedRow::created)
                .map(UpsertedRow::id)
                .toList();
        Map<Object, E> byId = new HashMap<>();
        for (E entity : new EntityQuery<>(type, plan, session).byIds(created)) {
            callbacks.afterWrite(entity, Outcome.CREATED);
            byId.put(ids.rowOf(plan.entity().persister().getIdentifier(entity, session)), entity);
        }
        return byId;
    }

    private E read(WrittenRow row, Wanted<E> wanted) {
        E entity = stored.read(row, search.valuesOf(wanted.keyed()), type);
        callbacks.afterWrite(entity, row.outcome());
        return entity;
    }

    /**
     * What a candidate asks for.
     *
     * @param proposal its row, if that had to be known before anything was looked for
     * @param keyed the candidate, or the copy of it that has a natural key
     */
    private record Wanted<E>(
            int position, E candidate, @Nullable Proposal proposal, Object keyed, RowKey key) {}
}
