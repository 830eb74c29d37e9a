/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.random;

import dev.onkey.hibernate.random.Tables.Place;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What an application does with Hibernate itself, beside the library. */
final class EntityOperations {

    private final Random random;
    private final Candidates candidates;

    EntityOperations(Random random, Candidates candidates) {
        this.random = random;
        this.candidates = candidates;
    }

    /** One that is possible now. */
    Operation any(PersistenceModel entities) {
        List<Place> clean = entities.clean();
        int chosen = random.nextInt(clean.isEmpty() ? 3 : 10);
        if (chosen == 0) {
            return flush();
        }
        if (chosen < 3) {
            Operation persist = persist(entities);
            return persist == null ? flush() : persist;
        }
        Place place = clean.get(random.nextInt(clean.size()));
        if (chosen < 5) {
            return remove(place);
        }
        // of two updates that could be in each other's way, which one Hibernate sends first is its own affair
        return entities.hasPending(place.kind()) ? flush() : modify(place);
    }

    /** Deletes rows past the entities that may be managed. */
    Operation deleteByQuery(Tables current) {
        Kind kind = candidates.kind();
        List<Long> ids = current.all(kind).stream()
                .map(Row::id)
                .filter(id -> random.nextInt(3) == 0)
                .toList();
        return new Operation(
                "delete " + kind + ids,
                true,
                live -> {
                    live.delete(kind, ids);
                    return "";
                },
                model -> {
                    model.entities().flushFor(kind);
                    ids.forEach(id -> model.deleteIfStored(new Place(kind, id)));
                    return "";
                });
    }

    private Operation persist(PersistenceModel entities) {
        Kind kind = candidates.kind();
        Row row = candidates.row(kind);
        if (!kind.generatesId() && entities.holds(new Place(kind, row.id()))) {
            return null;
        }
        return new Operation(
                "persist " + kind + row,
                true,
                live -> {
                    Object entity = kind.entity(row);
                    live.session().persist(entity);
                    return live.returned(kind, entity).toString();
                },
                model -> model.entities().persist(kind, row).toString());
    }

    private static Operation remove(Place place) {
        return new Operation(
                "remove " + place,
                true,
                live -> {
                    live.session().remove(live.managed(place));
                    return "";
                },
                model -> {
                    model.entities().remove(place);
                    return "";
                });
    }

    private Operation modify(Place place) {
        Map<String, Object> changes = candidates.changes(place.kind());
        boolean flushes = random.nextBoolean();
        return new Operation(
                "modify " + place + changes + (flushes ? " and flush" : ""),
                true,
                live -> {
                    place.kind().write(changes, live.managed(place));
                    if (flushes) {
                        live.session().flush();
                    }
                    return "";
                },
                model -> {
                    model.entities().modify(place, changes);
                    if (flushes) {
                        model.entities().flush();
                    }
                    return "";
                });
    }

    private static Operation flush() {
        return new Operation(
                "flush",
                true,
                live -> {
                    live.session().flush();
                    return "";
                },
                model -> {
                    model.entities().flush();
                    return "";
                });
    }
}
