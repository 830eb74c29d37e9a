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
import org.hibernate.StaleStateException;
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
    private final MappedEntity entity;
    private final RowColumns columns;
    private final TableShape shape;
    private final BulkStatements bulk;
    private final boolean upsert;
    private final boolean update;
    private final UpdateChoice choice;
    private final BulkResults results;
    private final LastWriters writers;
    private final NewRows newRows;
    private final SharedSessionContractImplementor session;
    private final RowsJdbc jdbc;

    BulkWriter(
            UpsertPlan plan,
            StatementSet statements,
            boolean upsert,
            UpdateChoice choice,
            BulkResults results,
            LastWriters writers,
            Carryover carryover,
            SharedSessionContractImplementor session) {
        this.plan = plan;
        this.entity = plan.entity();
        this.columns = entity.columns();
        this.shape = entity.shape();
        this.bulk = statements.bulk();
        this.upsert = upsert;
        this.update = upsert && bulk.update() != null;
        this.choice = choice;
        this.results = results;
        this.writers = writers;
        this.newRows = carryover.newRows();
        this.session = session;
        this.jdbc = new RowsJdbc(plan, new StatementRunner(entity.name(), carryover.statements(), session), session);
    }

    /** Writes rows that have different keys. */
    void write(List<Candidate> rows) {
        List<Candidate> alone = new ArrayList<>();
        List<Candidate> together = new ArrayList<>();
        boolean exact = columns.keysAreExact() && (plan.server().syntax().reports() || bulk.plain());
        for (Candidate each : rows) {
            (exact && !each.proposal().versioned() && rows.size() >= WORTH_IT ? together : alone).add(each);
        }
        int parameters = shape.columns().size() + 1;
        for (List<Candidate> chunk :
                Chunks.of(together, parameters, plan.server().maxAllowedPacket())) {
            write(chunk, newRows.expected(chunk, few -> jdbc.areAbsent(bulk.find(), few)));
        }
        alone.forEach(this::alone);
    }

    private void write(List<Candidate> chunk, boolean unseen) {
        if (unseen && insertedAll(chunk)) {
            return;
        }
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
        unclear.forEach(this::alone);
    }

    private boolean insertedAll(List<Candidate> chunk) {
        try {
            insertTogether(chunk, results.areCounted(chunk.size()));
            return true;
        } catch (JDBCException e) {
            if (!Splitting.isOfARow(e)) {
                throw e;
            }
            return false;
        }
    }

    private void insert(List<Candidate> rows, boolean counted) {
        if (!rows.isEmpty()) {
            // a row that is written alone may turn out to be one of those that are in
            Splitting.run(rows, part -> insertTogether(part, counted && part.size() == rows.size()), this::alone);
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
            add(each, new WrittenRow(id, Outcome.CREATED));
        }
    }

    /** The id of a row whose key is stored otherwise than it was given: a second insert finds it. */
    private @Nullable Object idOfNew(Candidate created, boolean counted) {
        return counted || !shape.autoIncrement()
                ? created.proposal().id()
                : rowWriter(created).insertIfAbsent(created.proposal()).id();
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
            Splitting.run(different, this::updateTogether, each -> alone(each.candidate()));
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
            boolean changed = all || !each.row().equals(now.get(each.candidate().key()));
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

    private void alone(Candidate each) {
        WrittenRow row = writeAlone(each);
        if (row != null) {
            add(each, row);
        }
    }

    /** Writes a row by itself; null if it is refused. */
    private @Nullable WrittenRow writeAlone(Candidate each) {
        RowWriter writer = rowWriter(each);
        try {
            return upsert ? writer.upsert(each.proposal()) : writer.insertIfAbsent(each.proposal());
        } catch (JDBCException | StaleStateException e) {
            if (!Splitting.isOfARow(e)) {
                throw e;
            }
            results.refuse(each, e);
            return null;
        }
    }

    private void add(Candidate candidate, ReadRow row, Outcome outcome) {
        add(candidate, new WrittenRow(candidate.proposal().idOf(row.id(), entity), outcome));
    }

    private void add(Candidate candidate, WrittenRow row) {
        results.add(candidate, row);
        Candidate later = writers.laterThan(candidate, row);
        if (later != null && update && bulk.plain()) {
            // the server calls their keys equal, which nothing here could know: the later one is to be the last
            writeAlone(later);
        }
    }

    private RowWriter rowWriter(Candidate each) {
        StatementSet statements = plan.statements(each.proposal(), choice);
        return new RowWriter(plan, statements, entity.name() + results.placeOf(each), session);
    }

    private record Existing(Candidate candidate, ReadRow row) {}
}
