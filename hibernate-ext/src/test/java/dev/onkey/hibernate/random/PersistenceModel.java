/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.random;

import dev.onkey.hibernate.random.Kind.Key;
import dev.onkey.hibernate.random.Tables.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What Hibernate does with managed entities, in the order in which it does it. */
final class PersistenceModel {

    /** A managed entity: its state, and what Hibernate takes its row for; null if it is not inserted yet. */
    record Managed(Row state, Row loaded) {

        boolean isDirty() {
            return !state.equals(loaded);
        }
    }

    private final ModelDatabase database;
    private final ModelContext context;
    private final Map<Place, Managed> managed = new LinkedHashMap<>();
    private final List<Place> removed = new ArrayList<>();

    PersistenceModel(ModelDatabase database, ModelContext context) {
        this.database = database;
        this.context = context;
    }

    /** Every managed entity that is not removed. */
    Map<Place, Row> states() {
        Map<Place, Row> states = new LinkedHashMap<>();
        managed.forEach((place, each) -> states.put(place, each.state()));
        states.keySet().removeAll(removed);
        return states;
    }

    /** How many entities are managed, or removed and not flushed. */
    int count() {
        return managed.size();
    }

    /** Whether an entity of a kind waits to be updated or removed. */
    boolean hasPending(Kind kind) {
        return managed.entrySet().stream()
                .anyMatch(each -> each.getKey().kind() == kind
                        && (removed.contains(each.getKey()) || each.getValue().isDirty()));
    }

    /** The entities that may be changed or removed. */
    List<Place> clean() {
        return managed.keySet().stream()
                .filter(place -> !removed.contains(place) && !managed.get(place).isDirty())
                .toList();
    }

    boolean holds(Place place) {
        return managed.containsKey(place);
    }

    /** The state of the entity of a row that was read: the managed one stays as it is. */
    Row loaded(Kind kind, Row row) {
        return managed.computeIfAbsent(new Place(kind, row.id()), place -> new Managed(row, row))
                .state();
    }

    void refreshed(Kind kind, Row row) {
        managed.put(new Place(kind, row.id()), new Managed(row, row));
    }

    Row persist(Kind kind, Row row) {
        Row inserted = row;
        if (kind.generatesId()) {
            // which is done at once, and in its order
            insert();
            inserted = inserted(kind, row);
        }
        managed.put(new Place(kind, inserted.id()), new Managed(inserted, kind.generatesId() ? inserted : null));
        return inserted;
    }

    void remove(Place place) {
        removed.add(place);
    }

    void modify(Place place, Map<String, Object> changes) {
        Managed before = managed.get(place);
        managed.put(place, new Managed(before.state().with(changes), before.loaded()));
    }

    /** The flush before a query or a statement on a table: of everything, if there is anything for that table. */
    void flushFor(Kind kind) {
        if (hasPending(kind)) {
            flush();
        }
    }

    void flush() {
        insert();
        List<Refusal> refused = new ArrayList<>();
        for (Place place : List.copyOf(managed.keySet())) {
            if (!removed.contains(place) && managed.get(place).isDirty()) {
                try {
                    update(place);
                } catch (Refusal each) {
                    refused.add(each);
                }
            }
        }
        if (!refused.isEmpty()) {
            // which entity Hibernate updates first is its own affair
            throw Refusal.anyOf(refused);
        }
        removed.forEach(this::delete);
        removed.clear();
    }

    private void insert() {
        managed.replaceAll((place, each) -> {
            if (each.loaded() != null) {
                return each;
            }
            Row row = inserted(place.kind(), each.state());
            return new Managed(row, row);
        });
    }

    private Row inserted(Kind kind, Row row) {
        refuse(kind, database.current().collisions(kind, row, null, database.collation()));
        Row inserted = kind.generatesId() ? row.with("id", database.newId(kind, row)) : row;
        context.write(kind, inserted);
        return inserted;
    }

    private void update(Place place) {
        Kind kind = place.kind();
        Managed entity = managed.get(place);
        Row stored = stored(place);
        Row state = kind.versioned()
                ? entity.state().with("version", (int) entity.state().get("version") + 1)
                : entity.state();
        Row updated = state.with("origin", stored.get("origin"));
        refuse(kind, database.current().collisions(kind, updated, database.collation()));
        if (!updated.equals(stored)) {
            context.write(kind, updated);
        }
        managed.put(place, new Managed(state, state));
    }

    private void delete(Place place) {
        stored(place);
        context.delete(place);
        managed.remove(place);
    }

    /** The row of an entity, if it still has the version that the entity has. */
    private Row stored(Place place) {
        Row stored = database.current().at(place);
        Row known = managed.get(place).loaded();
        if (stored == null || place.kind().versioned() && !stored.get("version").equals(known.get("version"))) {
            throw Refusal.stale();
        }
        return stored;
    }

    private static void refuse(Kind kind, Set<Key> collisions) {
        if (!collisions.isEmpty()) {
            throw Refusal.duplicate(kind, collisions).fromHibernate();
        }
    }
}
