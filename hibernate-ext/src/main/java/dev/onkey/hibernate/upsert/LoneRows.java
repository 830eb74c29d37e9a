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

    /** To write all others for nothing is worth it for a few bad rows, and not for thousands. */
    private static final int PATIENCE = 100;

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
        } catch (JDBCException | StaleStateException e) {
            if (!Splitting.isOfARow(e)) {
                throw e;
            }
            results.refuse(each, e, order.isCertain() ? 0 : PATIENCE);
            return;
        }
        results.add(each, row);
        if (order.isOfSeveral()) {
            addToOrder(each, row, writer);
        }
    }

    /** The id of a row that was inserted, and has another key than it was given: a second insert finds it. */
    @Nullable
    Object idOfNew(Candidate created) {
        try {
            WrittenRow row = writer(created).insertIfAbsent(created.proposal());
            if (row.outcome() != Outcome.CREATED) {
                return row.id();
            }
        } catch (JDBCException e) {
            if (!Splitting.isOfARow(e)) {
                throw e;
            }
        }
        // a trigger gives each row a key of its own, or a column rounds what a plain insert is to find
        throw order.lost();
    }

    /** Looks at the row of a candidate that was refused, when all others are written: they may be the reason. */
    void lookAgain(Candidate refused) {
        try {
            StoredRow row = writer(refused).find(refused.proposal());
            if (row != null) {
                order.addRefused(refused, row.id());
            }
        } catch (JDBCException e) {
            // where a key has characters that its column cannot hold, there is no such row
            if (!Splitting.isOfARow(e)) {
                throw e;
            }
        }
    }

    private void addToOrder(Candidate each, WrittenRow row, RowWriter writer) {
        boolean mayBeRounded = row.outcome() != Outcome.CREATED
                && entity.shape().keyIsId()
                && each.key().mayBeRounded();
        if (row.id() != null && !mayBeRounded) {
            order.add(each, row);
            return;
        }
        StoredRow stored = writer.find(each.proposal());
        // the server may have found a row that was inserted with another id
        if (stored == null || mayBeRounded && !order.isOwn(each, stored.id())) {
            order.addUnknown();
        } else {
            order.add(each, stored.id());
        }
    }

    private RowWriter writer(Candidate each) {
        StatementSet statements = plan.statements(each.proposal(), choice);
        return new RowWriter(plan, statements, entity.name() + results.placeOf(each), session);
    }
}
