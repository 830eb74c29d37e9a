/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.Outcome;
import dev.onkey.hibernate.row.MappedEntity;
import org.hibernate.JDBCException;
import org.hibernate.StaleStateException;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/** Writes those of many rows that have to be written one by one. */
final class LoneRows {

    private final UpsertPlan plan;
    private final MappedEntity entity;
    private final boolean upsert;
    private final UpdateChoice choice;
    private final BulkResults results;
    private final WriteOrder order;
    private final SharedSessionContractImplementor session;

    LoneRows(
            UpsertPlan plan,
            boolean upsert,
            UpdateChoice choice,
            BulkResults results,
            WriteOrder order,
            SharedSessionContractImplementor session) {
        this.plan = plan;
        this.entity = plan.entity();
        this.upsert = upsert;
        this.choice = choice;
        this.results = results;
        this.order = order;
        this.session = session;
    }

    /** Writes a row, or refuses it. */
    void write(Candidate each) {
        RowWriter writer = writer(each);
        WrittenRow row;
        try {
            row = upsert ? writer.upsert(each.proposal()) : writer.insertIfAbsent(each.proposal());
        } catch (StaleStateException e) {
            // a candidate that comes later in the input may have made it so
            find(each, writer);
            order.check();
            results.refuse(each, e);
            return;
        } catch (JDBCException e) {
            if (!Splitting.isOfARow(e)) {
                throw e;
            }
            results.refuse(each, e);
            return;
        }
        results.add(each, row);
        if (row.id() == null) {
            find(each, writer);
        } else {
            order.add(each, row);
        }
    }

    /** The id of a row that was inserted, and has another key than it was given: a second insert finds it. */
    @Nullable
    Object idOfNew(Candidate created) {
        WrittenRow row = writer(created).insertIfAbsent(created.proposal());
        if (row.outcome() == Outcome.CREATED) {
            throw new IllegalStateException(entity.simpleName() + results.placeOf(created)
                    + " was inserted, and its row cannot be found by the natural key " + entity.naturalKey()
                    + ": a trigger on its table gives each row a key of its own. All of the call is taken back: save"
                    + " such entities, or upsert them one by one.");
        }
        return row.id();
    }

    private void find(Candidate each, RowWriter writer) {
        StoredRow row = writer.find(each.proposal());
        if (row != null) {
            order.add(each, row.id());
        }
    }

    private RowWriter writer(Candidate each) {
        StatementSet statements = plan.statements(each.proposal(), choice);
        return new RowWriter(plan, statements, entity.name() + results.placeOf(each), session);
    }
}
