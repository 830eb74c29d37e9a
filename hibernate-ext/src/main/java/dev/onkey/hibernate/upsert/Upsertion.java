/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.Outcome;
import dev.onkey.hibernate.Upserted;
import dev.onkey.hibernate.UpsertedRow;
import dev.onkey.hibernate.row.MappedEntity;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.hibernate.StaleStateException;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/** The steps of one call: check, flush, write, invalidate, read. */
final class Upsertion<E> {

    private final Class<E> type;
    private final SharedSessionContractImplementor session;
    private final UpsertPlan plan;
    private final MappedEntity entity;
    private final Proposals proposals;
    private final StoredEntities stored;

    Upsertion(Class<E> type, SharedSessionContractImplementor session) {
        this.type = type;
        this.session = session;
        this.plan = UpsertPlans.of(type, session);
        this.entity = plan.entity();
        this.proposals = new Proposals(plan, session);
        this.stored = StoredEntities.of(plan, session);
    }

    @Nullable
    E find(Map<String, ?> key) {
        return stored.find(type, GivenKey.checked(key, entity, session));
    }

    Upserted<E> getOrCreate(E candidate) {
        if (!proposals.hasKey(candidate)) {
            // callbacks may give it one; otherwise they are for rows that are really inserted
            return getOrInsert(proposals.forInsert(candidate));
        }
        proposals.checkReferences(candidate);
        E found = stored.find(type, entity.search().valuesOf(candidate));
        return found != null ? unchanged(found) : insert(proposals.forInsert(candidate));
    }

    Upserted<E> getOrCreate(Map<String, ?> key, Supplier<? extends E> supplier) {
        Map<String, Object> given = GivenKey.checked(key, entity, session);
        E found = stored.find(type, given);
        if (found != null) {
            return unchanged(found);
        }
        E candidate = Objects.requireNonNull(supplier.get(), "The supplier has returned null: return a new entity.");
        GivenKey.checkSame(given, candidate, entity, session);
        return insert(proposals.forInsert(candidate));
    }

    UpsertedRow insertIfAbsent(E candidate) {
        Proposal proposal = proposals.forInsert(candidate);
        return described(insertRow(proposal), proposal);
    }

    Upserted<E> upsert(E candidate, UpdateChoice choice) {
        plan.check(choice);
        Proposal proposal = proposals.forUpsert(candidate);
        WrittenRow row = upsertRow(proposal, choice);
        return entityOf(row, proposal);
    }

    private Upserted<E> getOrInsert(Proposal proposal) {
        E found = stored.find(type, entity.search().valuesOf(proposal.instance()));
        return found != null ? unchanged(found) : insert(proposal);
    }

    private Upserted<E> insert(Proposal proposal) {
        return entityOf(insertRow(proposal), proposal);
    }

    private WrittenRow insertRow(Proposal proposal) {
        StatementSet statements = plan.statements(proposal, UpdateChoice.ALL);
        stored.flush();
        return invalidated(new RowWriter(plan, statements, entity.name(), session).insertIfAbsent(proposal));
    }

    private WrittenRow upsertRow(Proposal proposal, UpdateChoice choice) {
        // before anything is sent, as some servers cannot carry out every choice
        StatementSet statements = plan.statements(proposal, choice);
        stored.flush();
        try {
            return invalidated(new RowWriter(plan, statements, entity.name(), session).upsert(proposal));
        } catch (StaleStateException e) {
            throw session.getExceptionConverter().convert(e);
        }
    }

    private WrittenRow invalidated(WrittenRow row) {
        if (row.outcome() != Outcome.UNCHANGED) {
            CacheInvalidation.of(entity.persister(), session);
        }
        return row;
    }

    private Upserted<E> entityOf(WrittenRow row, Proposal proposal) {
        E read = stored.read(row, entity.search().valuesOf(proposal.instance()), type);
        new Callbacks(entity.persister(), session).afterWrite(read, row.outcome());
        return new Upserted<>(read, row.outcome());
    }

    private UpsertedRow described(WrittenRow row, Proposal proposal) {
        return new UpsertedRow(stored.id(row, entity.search().valuesOf(proposal.instance()), type), row.outcome());
    }

    private Upserted<E> unchanged(E found) {
        return new Upserted<>(found, Outcome.UNCHANGED);
    }
}
