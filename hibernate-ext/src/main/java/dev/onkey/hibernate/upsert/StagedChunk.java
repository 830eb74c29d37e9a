/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.row.MappedEntity;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.JDBCException;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are sent as a file: loaded into the temporary table, looked up, inserted where they are new, updated where they differ;
 * or, after rows that were new, loaded into the entity's own.
 */
final class StagedChunk {

    private final StagingSql sql;
    private final StagedText text;
    private final NewRows newRows;
    private final MappedEntity entity;
    private final SharedSessionContractImplementor session;
    private final StatementRunner runner;

    StagedChunk(
            StagingSql sql,
            StagedText text,
            NewRows newRows,
            MappedEntity entity,
            SharedSessionContractImplementor session) {
        this.sql = sql;
        this.text = text;
        this.newRows = newRows;
        this.entity = entity;
        this.session = session;
        this.runner = new StatementRunner(entity.name(), session);
    }

    /**
     * Writes them.
     *
     * @throws NotStagedException if they cannot be loaded
     * @throws CollisionException if it is not clear which rows they are
     */
    StagedRows write() {
        if (newRows.expected()) {
            loadNew();
            return new StagedRows(text.rows(), 0, 0);
        }
        StagedRows rows;
        try {
            stage();
            rows = merge();
        } catch (RuntimeException | Error e) {
            drop(e);
            throw e;
        }
        execute(sql.drop());
        return rows;
    }

    /** Loads them into the entity's own table. */
    private void loadNew() {
        long loaded;
        try {
            loaded = load(sql.loadNew(text.forms()));
        } catch (NotStagedException e) {
            loaded = 0;
        }
        if (loaded != text.rows()) {
            // one is there already or does not fit, and the server has left it out
            throw new CollisionException();
        }
    }

    private void stage() {
        try {
            execute(sql.create());
        } catch (JDBCException e) {
            throw notStaged(e);
        }
        load(sql.load(text.forms()));
    }

    private long load(String statement) {
        try {
            return runner.run(statement, load -> LocalInfile.load(load, text.bytes()));
        } catch (JDBCException e) {
            throw notStaged(e);
        }
    }

    private static RuntimeException notStaged(JDBCException e) {
        return Splitting.isOfARow(e) ? new NotStagedException(e) : e;
    }

    private StagedRows merge() {
        Set<Integer> existing = find();
        newRows.expect(existing.isEmpty());
        int created = text.rows() - existing.size();
        insert(existing);
        if (existing.isEmpty()) {
            return new StagedRows(created, 0, 0);
        }
        int updated = update(created == 0 ? null : existing, existing.size());
        return new StagedRows(created, updated, existing.size() - updated);
    }

    /** The places of the rows that exist. */
    private Set<Integer> find() {
        return runner.run(sql.find(), statement -> {
            Set<Integer> places = new HashSet<>();
            Set<Object> rows = new HashSet<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    List<@Nullable Object> id = entity.columns().idValues(found, session);
                    places.add(found.getInt(id.size() + 1));
                    if (!rows.add(entity.identifiers().rowOf(id))) {
                        // the server calls their keys equal: one of them is to be the last
                        throw new CollisionException();
                    }
                }
            }
            return places;
        });
    }

    private void insert(Set<Integer> existing) {
        if (existing.size() == text.rows()) {
            return;
        }
        List<Integer> absent = new ArrayList<>();
        for (int place = 0; place < text.rows() && !existing.isEmpty(); place++) {
            if (!existing.contains(place)) {
                absent.add(place);
            }
        }
        execute(sql.insert(existing.isEmpty() ? null : absent));
    }

    private int update(@Nullable Set<Integer> places, int expected) {
        int different = runner.run(sql.lock(places), statement -> {
            try (ResultSet counts = statement.executeQuery()) {
                counts.next();
                if (counts.getInt(1) != expected) {
                    // some are gone
                    throw new CollisionException();
                }
                return counts.getInt(2);
            }
        });
        if (different > 0) {
            execute(sql.update(places));
        }
        return different;
    }

    private void drop(Throwable cause) {
        try {
            execute(sql.drop());
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    private void execute(String statement) {
        runner.run(statement, each -> each.execute());
    }

    /** Rows that were loaded are not as they were when they were looked up, or are the same to the server. */
    static final class CollisionException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private CollisionException() {
            super(null, null, false, false);
        }
    }
}
