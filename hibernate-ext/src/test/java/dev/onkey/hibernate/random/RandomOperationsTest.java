/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.random;

import dev.onkey.hibernate.TestFactory;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random operations of interleaved sessions do what a model of the tables says. {@code -Donkey.operations=} sets how many for each
 * variant, {@code -Donkey.seed=} which.
 */
class RandomOperationsTest {

    private static final int OPERATIONS = Integer.getInteger("onkey.operations", 3_000);
    private static final long SEED = Long.getLong("onkey.seed", 1062);
    private static final int SESSIONS = 3;
    private static final int TOLD = 60;

    @ParameterizedTest
    @EnumSource
    void doWhatTheModelSays(Variant variant) throws SQLException {
        System.out.println(variant + ": -Donkey.seed=" + SEED + " -Donkey.operations=" + OPERATIONS);
        Deque<String> history = new ArrayDeque<>();
        try (TestFactory factory = variant.build();
                Observer observer = new Observer(factory.url())) {
            Collation collation = new Collation(Candidates.TEXTS, "Contact", "label", observer.connection());
            ModelDatabase database = new ModelDatabase(collation, variant);
            Random random = new Random(SEED);
            List<RandomSession> sessions = new ArrayList<>();
            for (int i = 0; i < SESSIONS; i++) {
                sessions.add(new RandomSession(factory.sessions(), database, observer, random));
            }
            try {
                run(sessions, random, history);
            } finally {
                sessions.forEach(RandomSession::close);
            }
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(
                    "-Donkey.seed=" + SEED + ", " + variant + ", after\n" + String.join("\n", history), e);
        }
    }

    private static void run(List<RandomSession> sessions, Random random, Deque<String> history) {
        for (int i = 0; i < OPERATIONS; i++) {
            int session = random.nextInt(sessions.size());
            while (!sessions.get(session).mayWrite() && random.nextInt(3) > 0) {
                session = random.nextInt(sessions.size());
            }
            Operation operation = sessions.get(session).next();
            history.add(i + ": session " + session + ": " + operation);
            if (history.size() > TOLD) {
                history.remove();
            }
            String answer = sessions.get(session).run(operation);
            history.add(history.removeLast() + " -> " + answer);
        }
    }
}
