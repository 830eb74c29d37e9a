/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.SessionFactory;

/** One session after another, each real and in the model, which run transactions of a few operations. */
final class RandomSession {

    private final SessionFactory factory;
    private final ModelDatabase database;
    private final Observer observer;
    private final Random random;
    private final UpsertOperations upserts;
    private final EntityOperations entities;
    private LiveContext live;
    private ModelContext model;
    private int left;
    private boolean rolledBack;

    RandomSession(SessionFactory factory, ModelDatabase database, Observer observer, Random random) {
        Candidates candidates = new Candidates(random, database);
        this.factory = factory;
        this.database = database;
        this.observer = observer;
        this.random = random;
        this.upserts = new UpsertOperations(random, candidates);
        this.entities = new EntityOperations(random, candidates);
    }

    /** What to do next: one of a few operations, or the end of the transaction. */
    Operation next() {
        if (live == null) {
            boolean stateless = random.nextInt(4) == 0;
            live = new LiveContext(factory, stateless);
            model = new ModelContext(database, stateless);
        }
        if (left == 0) {
            // a few long ones, whose snapshot grows old
            left = 2 + random.nextInt(random.nextInt(3) == 0 ? 12 : 4);
            live.begin();
        }
        return --left == 0 ? end() : operation();
    }

    /** Whether it may do more than read now. */
    boolean mayWrite() {
        return model == null || database.lets(model);
    }

    /** Does it, and compares. Returns what came of it. */
    String run(Operation operation) {
        if (operation.writes()) {
            database.writes(model);
        }
        String answer = answer(operation.live());
        Tables observed = observer.read();
        database.learnIds(observed);
        if (answer.equals(Answer.NEWER_THAN_THE_SNAPSHOT)) {
            assertThat(model.isBehind()).as("is behind").isTrue();
            abandon();
            return answer;
        }
        boolean breaking = false;
        Set<String> expected;
        try {
            expected = Set.of(operation.model().apply(model));
        } catch (Refusal refusal) {
            expected = refusal.answers();
            breaking = refusal.breaking();
        }
        assertThat(expected).as("answers").contains(answer);
        if (breaking) {
            abandon();
        } else {
            assertThat(observed).as("tables").isEqualTo(database.current());
            if (left > 0 || !rolledBack) {
                live.check(model.entities().states(), model.entities().count());
            }
            if (left == 0 && (rolledBack || random.nextBoolean())) {
                // one that goes on keeps entities that others change meanwhile
                discard();
            }
        }
        return answer;
    }

    /** Leaves no lock behind, however the test ends. */
    void close() {
        if (live != null) {
            live.rollBack();
            live.close();
        }
    }

    private Operation operation() {
        if (!database.lets(model)) {
            return upserts.find();
        }
        if (random.nextInt(12) == 0) {
            return entities.deleteByQuery(database.current());
        }
        if (!model.stateless() && random.nextInt(3) == 0) {
            return entities.any(model.entities());
        }
        return switch (random.nextInt(16)) {
            case 0, 1 -> upserts.find();
            case 2, 3 -> upserts.getOrCreate();
            case 4, 5 -> upserts.getOrCreateSupplied();
            case 6, 7 -> upserts.insertIfAbsent();
            case 8 -> upserts.upsertVersioned();
            case 9 -> upserts.refused();
            case 10, 11 -> upserts.upsert();
            case 12, 13 -> upserts.upsertAll();
            default -> upserts.upsertChosen();
        };
    }

    private Operation end() {
        rolledBack = random.nextInt(4) == 0;
        if (rolledBack) {
            return new Operation("roll back", false, end(LiveContext::rollBack), model -> {
                model.rollBack();
                return "";
            });
        }
        return new Operation("commit", false, end(LiveContext::commit), model -> {
            model.commit();
            return "";
        });
    }

    private static Function<LiveContext, String> end(Consumer<LiveContext> how) {
        return live -> {
            how.accept(live);
            return "";
        };
    }

    private String answer(Function<LiveContext, String> operation) {
        try {
            return operation.apply(live);
        } catch (RuntimeException e) {
            String answer = Answer.of(e);
            if (answer.equals(e.toString())) {
                throw e;
            }
            return answer;
        }
    }

    /** Rolls back, as the transaction or the session is of no more use. */
    private void abandon() {
        live.rollBack();
        model.rollBack();
        left = 0;
        discard();
        assertThat(observer.read()).as("tables after the rollback").isEqualTo(database.current());
    }

    private void discard() {
        live.close();
        live = null;
        model = null;
    }
}
