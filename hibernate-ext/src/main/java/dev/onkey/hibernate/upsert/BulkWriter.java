/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.Outcome;
import dev.onkey.hibernate.row.MappedEntity;
import dev.onkey.hibernate.row.RowColumns;
import dev.onkey.hibernate.row.RowKey;
import dev.onkey.hibernate.row.TableShape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.JDBCException;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/**
 * Writes many rows of one shape, a chunk at a time: looks them up by their natural keys, inserts what is not there, locks what is
 * and updates what differs. A row of which it is not clear at once which one it is, is written alone.
 */
final class BulkWriter {

    /** Fewer rows than these take fewer statements alone. */
    private static final int WORTH_IT = 4;

    private final UpsertPlan plan;
    private final LoneRows lone;
    private final MappedEntity entity;
    private final RowColumns columns;
    private final TableShape shape;
    private final BulkStatements bulk;
    private final boolean exact;
    private final boolean update;
    private final BulkResults results;
    private final WriteOrder order;
    private final NewRows newRows;
    private final RowsJdbc jdbc;

    BulkWriter(
            UpsertPlan plan,
            StatementSet statements,
            boolean upsert,
            LoneRows lone,
            BulkResults results,
            WriteOrder order,
            Carryover carryover,
            SharedSessionContractImplementor session) {
        this.plan = plan;
        this.lone = lone;
        this.entity = plan.entity();
        this.columns = entity.columns();
        this.shape = entity.shape();
        this.bulk = statements.bulk();
        this.exact = columns.keysAreExact() && (plan.server().syntax().reports() || bulk.plain());
        this.update = upsert && bulk.update() != null;
        this.results = results;
        this.order = order;
        this.newRows = carryover.newRows();
        this.jdbc = new RowsJdbc(plan, new StatementRunner(entity.name(), carryover.statements(), session), session);
    }

    /** Inserts all rows of a call, which have different keys and are only counted, by one statement; false if nothing is written. */
    boolean insertAtOnce(List<Candidate> rows) {
        return results.areCounted(rows.size())
                && rows.stream().allMatch(each -> goesTogether(each, rows))
                && chunks(rows).size() == 1
                && insertedUnseen(rows);
    }

    /** Writes rows that have different keys. */
    void write(List<Candidate> rows) {
        List<Candidate> alone = new ArrayList<>();
        List<Candidate> together = new ArrayList<>();
        for (Candidate each : rows) {
            (goesTogether(each, rows) ? together : alone).add(each);
        }
        for (List<Candidate> chunk : chunks(together)) {
            if (!insertedUnseen(chunk)) {
                writeTogether(chunk);
            }
        }
        alone.forEach(lone::write);
    }

    private boolean goesTogether(Candidate candidate, List<Candidate> rows) {
        return exact && !candidate.proposal().versioned() && rows.size() >= WORTH_IT;
    }

    private List<List<Candidate>> chunks(List<Candidate> rows) {
        int parameters = shape.columns().size() + 1;
        return Chunks.of(rows, parameters, plan.server().maxAllowedPacket());
    }

    private boolean insertedUnseen(List<Candidate> chunk) {
        if (!newRows.expected(chunk, few -> jdbc.areAbsent(bulk.find(), few))) {
            return false;
        }
        try {
            insertTogether(chunk, results.areCounted(chunk.size()));
            return true;
        } catch (JDBCException e) {
            if (!Splitting.isOfARow(e)) {
                throw e;
            }
            newRows.expect(false);
            return false;
        }
    }

    private void writeTogether(List<Candidate> chunk) {
        List<Candidate> unclear = new ArrayList<>();
        Map<RowKey, ReadRow> found = jdbc.find(bulk.find(), chunk, unclear::add);
        List<Candidate> absent = new ArrayList<>();
        List<Existing> present = new ArrayList<>();
        for (Candidate each : chunk) {
            ReadRow row = found.remove(each.key());
            if (row == null) {
                absent.add(each);
            } else {
                present.add(new Existing(each, row));
            }
        }
        absent.removeAll(unclear);
        newRows.expect(present.isEmpty() && found.isEmpty());
        List<Candidate> added = existing(present);
        // the server may have found these under another spelling of their keys
        Set<String> spelled = new HashSet<>();
        found.keySet().forEach(key -> spelled.add(key.folded()));
        for (Candidate each : absent) {
            (spelled.contains(each.key().folded()) ? unclear : added).add(each);
        }
        insert(added, unclear.isEmpty() && results.areCounted(chunk.size()));
        unclear.forEach(lone::write);
    }

    private void insert(List<Candidate> rows, boolean counted) {
        if (!rows.isEmpty()) {
            // a row that is written alone may turn out to be one of those that are in
            Splitting.run(rows, part -> insertTogether(part, counted && part.size() == rows.size()), lone::write);
        }
    }

    /** Inserts rows, without a look at their ids where these are counted only. */
    private void insertTogether(List<Candidate> rows, boolean counted) {
        List<@Nullable Object[]> values = RowsJdbc.values(rows);
        Map<RowKey, ReadRow> made = Map.of();
        if (shape.autoIncrement() && !counted) {
            made = jdbc.insert(bulk.insert(), bulk.made(), values);
        } else {
            jdbc.write(bulk.insert(), values);
        }
        for (Candidate each : rows) {
            ReadRow row = made.get(each.key());
            Object id = row == null ? idOfNew(each, counted) : each.proposal().idOf(row.id(), entity);
            WrittenRow created = new WrittenRow(id, Outcome.CREATED);
            results.add(each, created);
            order.add(each, created);
        }
    }

    private @Nullable Object idOfNew(Candidate created, boolean counted) {
        return counted || !shape.autoIncrement() ? created.proposal().id() : lone.idOfNew(created);
    }

    /** Locks the rows, and updates those that differ; returns the candidates whose rows are gone. */
    private List<Candidate> existing(List<Existing> present) {
        List<Candidate> gone = new ArrayList<>();
        List<Existing> different = new ArrayList<>();
        Map<RowKey, ReadRow> locked = present.isEmpty() ? Map.of() : lock(present);
        for (Existing each : present) {
            ReadRow row = locked.get(each.candidate().key());
            if (row == null) {
                gone.add(each.candidate());
            } else if (!update || bulk.plain() && holds(row, each.candidate())) {
                add(each.candidate(), row, Outcome.UNCHANGED);
            } else {
                different.add(new Existing(each.candidate(), row));
            }
        }
        if (!different.isEmpty()) {
            Splitting.run(different, this::updateTogether, each -> lone.write(each.candidate()));
        }
        return gone;
    }

    private boolean holds(ReadRow row, Candidate candidate) {
        @Nullable Object[] proposed = candidate.proposal().updateValues();
        for (int i = 0; i < bulk.assigned().size(); i++) {
            int column = bulk.assigned().get(i);
            if (!columns.reader(column).holds(row.held().get(i), proposed[column])) {
                return false;
            }
        }
        return true;
    }

    private void updateTogether(List<Existing> rows) {
        long count = jdbc.write(
                bulk.update(),
                rows.stream()
                        .map(each -> shape.withId(
                                each.candidate().proposal().updateValues(),
                                each.row().id()))
                        .toList());
        // 2 for each that has changed; if some have not, the server does not say which
        boolean all = count == 2L * rows.size();
        Map<RowKey, ReadRow> now = all ? Map.of() : lock(rows);
        for (Existing each : rows) {
            ReadRow then = now.get(each.candidate().key());
            boolean changed =
                    all || then == null || !then.held().equals(each.row().held());
            add(each.candidate(), each.row(), changed ? Outcome.UPDATED : Outcome.UNCHANGED);
        }
    }

    private Map<RowKey, ReadRow> lock(List<Existing> rows) {
        List<@Nullable Object[]> ids = rows.stream()
                .map(each -> shape.withId(
                        each.candidate().proposal().values(), each.row().id()))
                .toList();
        return update ? jdbc.read(bulk.lock(), ids, bulk.assigned()) : jdbc.read(bulk.share(), ids, List.of());
    }

    private void add(Candidate candidate, ReadRow row, Outcome outcome) {
        results.add(candidate, new WrittenRow(candidate.proposal().idOf(row.id(), entity), outcome));
        order.add(candidate, row.id());
    }

    private record Existing(Candidate candidate, ReadRow row) {}
}
