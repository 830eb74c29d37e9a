/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.random;

import static dev.onkey.hibernate.Outcome.CREATED;
import static dev.onkey.hibernate.Outcome.UNCHANGED;
import static dev.onkey.hibernate.Outcome.UPDATED;

import dev.onkey.hibernate.Outcome;
import dev.onkey.hibernate.random.Kind.Key;
import dev.onkey.hibernate.random.Tables.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the methods of the library promise, on the tables of the model: one session and its transaction. */
final class ModelContext {

    /** What became of a row. */
    record Written(Outcome outcome, Long id) {}

    private final ModelDatabase database;
    private final boolean stateless;
    private final PersistenceModel entities;
    private final Set<Place> written = new HashSet<>();
    private Tables snapshot;
    private int commitsSeen;

    ModelContext(ModelDatabase database, boolean stateless) {
        this.database = database;
        this.stateless = stateless;
        this.entities = new PersistenceModel(database, this);
    }

    PersistenceModel entities() {
        return entities;
    }

    boolean stateless() {
        return stateless;
    }

    /** Finds the entity's state; null if there is none. */
    Row find(Kind kind, Row like) {
        entities.flushFor(kind);
        List<Row> found = visible().byNaturalKey(kind, like, database.collation());
        if (found.isEmpty()) {
            return null;
        }
        // the snapshot may still show a row whose key another transaction has freed and this one has given to a new
        // row; InnoDB
        // has both in the unique index, by id, and a plain read takes the first
        Row now = found.get(0);
        return stateless ? now : entities.loaded(kind, now);
    }

    Row getOrCreate(Kind kind, Row candidate) {
        check(kind, candidate);
        Row found = find(kind, candidate);
        return found != null ? found : read(kind, insertIfAbsent(kind, candidate));
    }

    Written insertIfAbsent(Kind kind, Row candidate) {
        check(kind, candidate);
        entities.flushFor(kind);
        Row stored = stored(kind, candidate);
        return stored != null ? new Written(UNCHANGED, stored.id()) : insert(kind, candidate);
    }

    Written upsert(Kind kind, Row candidate, Choice choice) {
        if (choice.isCircular()) {
            throw Refusal.arguments();
        }
        check(kind, candidate);
        entities.flushFor(kind);
        Row stored = stored(kind, candidate);
        boolean versioned = kind.versioned() && (int) candidate.get("version") > 0;
        if (versioned && (stored == null || !stored.get("version").equals(candidate.get("version")))) {
            throw Refusal.stale();
        }
        if (stored == null) {
            return insert(kind, candidate);
        }
        Row updated = choice.update(stored, candidate, database.collation());
        if (updated.equals(stored)) {
            return new Written(UNCHANGED, stored.id());
        }
        refuse(kind, database.current().collisions(kind, updated, database.collation()));
        write(kind, updated);
        return new Written(UPDATED, stored.id());
    }

    /** All of them or none. */
    List<Written> upsertAll(List<Kind> kinds, List<Row> candidates) {
        for (int i = 0; i < candidates.size(); i++) {
            check(kinds.get(i), candidates.get(i));
        }
        kinds.forEach(entities::flushFor);
        Tables before = database.current().copy();
        List<Written> rows = new ArrayList<>();
        try {
            for (int i = 0; i < candidates.size(); i++) {
                rows.add(upsert(kinds.get(i), candidates.get(i), Choice.all(kinds.get(i))));
            }
        } catch (Refusal refusal) {
            database.restore(before);
            throw refusal;
        }
        for (int i = 0; i < rows.size(); i++) {
            refresh(kinds.get(i), rows.get(i));
        }
        return rows;
    }

    /** What the entity of a row is after it was written or found. */
    Row read(Kind kind, Written row) {
        if (row.outcome() != UNCHANGED) {
            visible();
        }
        Row stored = database.current().at(new Place(kind, row.id()));
        if (!stateless) {
            entities.refreshed(kind, stored);
        }
        return stored;
    }

    /** Brings the managed entity of a row, if there is one, up to date. */
    void refresh(Kind kind, Written row) {
        if (entities.holds(new Place(kind, row.id()))) {
            read(kind, row);
        }
    }

    void check(Kind kind, Row candidate) {
        boolean keyed = candidate.values().keySet().containsAll(kind.naturalKey())
                && kind.naturalKey().stream().noneMatch(attribute -> candidate.get(attribute) == null);
        if (!keyed || kind.generatesId() != (candidate.id() == null)) {
            throw Refusal.arguments();
        }
    }

    void commit() {
        entities.flush();
        end(true);
    }

    void rollBack() {
        end(false);
    }

    /** Whether others have committed anything since the snapshot was taken. */
    boolean isBehind() {
        return snapshot != null && commitsSeen != database.commits();
    }

    void write(Kind kind, Row row) {
        database.current().put(kind, row);
        written.add(new Place(kind, row.id()));
    }

    void delete(Place place) {
        database.current().set(place, null);
        written.add(place);
    }

    /** Deletes a row that a flush may have deleted just before. */
    void deleteIfStored(Place place) {
        if (database.current().at(place) != null) {
            delete(place);
        }
    }

    private void end(boolean commit) {
        database.end(this, commit);
        snapshot = null;
        written.clear();
    }

    /** What a plain query sees. */
    private Tables visible() {
        if (!database.variant().hasSnapshots()) {
            return database.isWriter(this) ? database.current() : database.committed();
        }
        if (snapshot == null) {
            snapshot = database.committed().copy();
            commitsSeen = database.commits();
        }
        Tables visible = snapshot.copy();
        written.forEach(place -> visible.set(place, database.current().at(place)));
        return visible;
    }

    private Row stored(Kind kind, Row like) {
        List<Row> stored = database.current().byNaturalKey(kind, like, database.collation());
        return stored.isEmpty() ? null : stored.get(0);
    }

    private Written insert(Kind kind, Row candidate) {
        refuse(kind, database.current().collisions(kind, candidate, null, database.collation()));
        Row inserted = kind.generatesId() ? candidate.with("id", database.newId(kind, candidate)) : candidate;
        write(kind, inserted);
        return new Written(CREATED, inserted.id());
    }

    private static void refuse(Kind kind, Set<Key> collisions) {
        if (!collisions.isEmpty()) {
            throw Refusal.duplicate(kind, collisions);
        }
    }
}
