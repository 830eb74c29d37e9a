/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onkey.hibernate.Upserted;
import dev.onkey.hibernate.UpsertedRow;
import dev.onkey.hibernate.random.ModelContext.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** The methods of the library, with random arguments. */
final class UpsertOperations {

    private final Random random;
    private final Candidates candidates;

    UpsertOperations(Random random, Candidates candidates) {
        this.random = random;
        this.candidates = candidates;
    }

    Operation find() {
        Kind kind = candidates.kind();
        Row like = candidates.row(kind);
        return new Operation(
                "findByNaturalKey " + kind + kind.naturalKeyOf(like),
                false,
                live -> live.upserts()
                        .findByNaturalKey(kind.type(), kind.naturalKeyOf(like))
                        .map(entity -> live.returned(kind, entity))
                        .map(Row::toString)
                        .orElse("null"),
                model -> String.valueOf(model.find(kind, like)));
    }

    Operation getOrCreate() {
        return withCandidate(
                "getOrCreate",
                (live, candidate) -> live.upserts().getOrCreate(candidate),
                (model, kind, row) -> model.getOrCreate(kind, row).toString());
    }

    Operation getOrCreateSupplied() {
        Kind kind = candidates.kind();
        Row key = candidates.row(kind);
        Row supplied = random.nextInt(8) == 0
                ? candidates.row(kind)
                : candidates.row(kind).with(kind.naturalKeyOf(key));
        AtomicInteger calls = new AtomicInteger();
        return new Operation(
                "getOrCreate " + kind + kind.naturalKeyOf(key) + " () -> " + supplied,
                true,
                live -> {
                    Object got = live.upserts().getOrCreate(kind.type(), kind.naturalKeyOf(key), () -> {
                        calls.incrementAndGet();
                        return cast(kind.entity(supplied));
                    });
                    return live.returned(kind, got) + " supplied " + calls;
                },
                model -> {
                    Row found = model.find(kind, key);
                    if (found != null) {
                        return found + " supplied 0";
                    }
                    if (!kind.naturalKeyOf(supplied).equals(kind.naturalKeyOf(key))) {
                        throw Refusal.arguments();
                    }
                    return model.read(kind, model.insertIfAbsent(kind, supplied)) + " supplied 1";
                });
    }

    Operation insertIfAbsent() {
        return withCandidate(
                "insertIfAbsent",
                (live, candidate) -> text(live.upserts().insertIfAbsent(candidate)),
                (model, kind, row) -> text(model.insertIfAbsent(kind, row)));
    }

    Operation upsert() {
        return withCandidate(
                "upsert",
                (live, candidate) -> live.upserts().upsert(candidate),
                (model, kind, row) -> upserted(model, kind, row, Choice.all(kind)));
    }

    Operation upsertChosen() {
        Kind kind = candidates.kind();
        Choice choice = Choice.random(kind, random);
        return withCandidate(
                "upsert " + choice,
                kind,
                candidates.row(kind),
                (live, candidate) -> live.upserts().upsert(candidate, choice.updating()),
                (model, same, row) -> upserted(model, kind, row, choice));
    }

    /** An upsert whose candidate says which version it knows. */
    Operation upsertVersioned() {
        int version = 1 + random.nextInt(2);
        return withCandidate(
                "upsert",
                Kind.CONTACT,
                candidates.row(Kind.CONTACT).with("version", version),
                (live, candidate) -> live.upserts().upsert(candidate),
                (model, kind, row) -> upserted(model, kind, row, Choice.all(kind)));
    }

    /** A candidate without its natural key, or with an id where there is to be none. */
    Operation refused() {
        Kind kind = candidates.kind();
        Row candidate = candidates.row(kind);
        return withCandidate(
                "upsert",
                kind,
                random.nextBoolean()
                        ? candidate.with(kind.naturalKey().get(0), null)
                        : candidate.with("id", kind.generatesId() ? 1L : null),
                (live, entity) -> live.upserts().upsert(entity),
                (model, same, row) -> upserted(model, kind, row, Choice.all(kind)));
    }

    /**
     * Many contacts, and a product among them. In what order different rows are written is not promised; so none of them is in
     * another one's way.
     */
    Operation upsertAll() {
        List<Kind> kinds = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (int count = random.nextInt(9); count > 0; count--) {
            kinds.add(Kind.CONTACT);
            rows.add(candidates.row(Kind.CONTACT).with("phone", null));
        }
        if (rows.isEmpty() || random.nextBoolean()) {
            int position = random.nextInt(rows.size() + 1);
            kinds.add(position, Kind.PRODUCT);
            rows.add(position, candidates.row(Kind.PRODUCT));
        }
        return new Operation(
                "upsertAll " + kinds + rows,
                true,
                live -> {
                    List<Object> entities = new ArrayList<>();
                    for (int i = 0; i < rows.size(); i++) {
                        entities.add(kinds.get(i).entity(rows.get(i)));
                    }
                    return live.upserts().upsertAll(entities).stream()
                            .map(UpsertOperations::text)
                            .collect(Collectors.joining(", "));
                },
                model -> model.upsertAll(kinds, rows).stream()
                        .map(UpsertOperations::text)
                        .collect(Collectors.joining(", ")));
    }

    private Operation withCandidate(String name, BiFunction<LiveContext, Object, Object> live, Expectation model) {
        Kind kind = candidates.kind();
        return withCandidate(name, kind, candidates.row(kind), live, model);
    }

    private static Operation withCandidate(
            String name, Kind kind, Row row, BiFunction<LiveContext, Object, Object> live, Expectation model) {
        return new Operation(
                name + " " + kind + row,
                true,
                context -> {
                    Object candidate = kind.entity(row);
                    Object result = live.apply(context, candidate);
                    assertThat(kind.read(candidate)).as("the candidate").isEqualTo(row);
                    if (result instanceof Upserted<?> upserted) {
                        return upserted.outcome() + " " + context.returned(kind, upserted.entity());
                    }
                    return result instanceof String ? (String) result : String.valueOf(context.returned(kind, result));
                },
                context -> model.of(context, kind, row));
    }

    private static String upserted(ModelContext model, Kind kind, Row candidate, Choice choice) {
        Written written = model.upsert(kind, candidate, choice);
        return written.outcome() + " " + model.read(kind, written);
    }

    private static String text(UpsertedRow row) {
        return row.outcome() + " " + row.id();
    }

    private static String text(Written row) {
        return row.outcome() + " " + row.id();
    }

    @SuppressWarnings("unchecked")
    private static <T> T cast(Object entity) {
        return (T) entity;
    }

    private interface Expectation {
        String of(ModelContext model, Kind kind, Row row);
    }
}
