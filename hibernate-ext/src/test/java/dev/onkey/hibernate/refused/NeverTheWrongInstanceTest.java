/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.refused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.onkey.hibernate.DuplicateEntityException;
import dev.onkey.hibernate.TestFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hibernate.Session;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random flushes of rows that nearly collide: the instance is one that the server refused, or there is none. */
class NeverTheWrongInstanceTest {

    private static final int ROUNDS = 300;
    private static final int STORED = 4;
    private static final String[] PIECES = {
        "a", "A", "á", "b", "ab", " ", "-", "1", "2", "'", "ß", "ss", "𝄞", "x".repeat(30)
    };

    @ParameterizedTest
    @CsvSource({"0, 1", "0, 2", "5, 3", "50, 4"})
    void isOneThatTheServerRefused(int batchSize, long seed) throws SQLException {
        Random random = new Random(seed);
        int duplicates = 0;
        int found = 0;
        try (TestFactory factory = TestFactory.of("dup_never_wrong", Shelf.class, Book.class, Label.class)
                        .set("hibernate.jdbc.batch_size", batchSize)
                        .set("hibernate.order_updates", true)
                        .build();
                Connection replay = DriverManager.getConnection(factory.url())) {
            try (var statement = replay.createStatement()) {
                statement.execute("create table replay (id int primary key, text varchar(255) unique)");
            }
            for (int round = 0; round < ROUNDS; round++) {
                List<Label> stored = labels(random, 0, STORED);
                List<Label> inserted = labels(random, 100, random.nextInt(8));
                List<Label> changed = labels(random, 0, random.nextInt(STORED + 1));
                List<Label> refused = refused(replay, stored, inserted, changed);
                Throwable thrown = flush(factory, stored, inserted, changed);
                if (thrown == null) {
                    assertThat(refused).isEmpty();
                    continue;
                }
                duplicates++;
                DuplicateEntityException duplicate =
                        DuplicateEntityException.findIn(thrown).orElseThrow();
                if (duplicate.entity() instanceof Label label) {
                    found++;
                    assertThat(batchSize == 0 ? refused.subList(0, 1) : refused)
                            .as("seed %s, round %s: %s", seed, round, duplicate.getCause())
                            .anyMatch(each -> each.id == label.id && each.text.equals(label.text));
                }
            }
        }
        assertThat(duplicates).isGreaterThan(ROUNDS / 4);
        // most of these collide with one that looks the same, of which a batch does not tell
        assertThat(found).isGreaterThan(duplicates / 10);
    }

    private static List<Label> labels(Random random, int firstId, int count) {
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder();
            for (int pieces = 1 + random.nextInt(3); pieces > 0; pieces--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            labels.add(new Label(firstId + i, null, text.toString()));
        }
        return labels;
    }

    /** Those that the server refuses one by one; none of the changes is made if an insert fails. */
    private static List<Label> refused(Connection replay, List<Label> stored, List<Label> inserted, List<Label> changed)
            throws SQLException {
        replay.createStatement().execute("delete from replay");
        String insert = "insert into replay (text, id) values (?, ?)";
        stored.removeIf(each -> isRefused(replay, insert, each));
        changed.removeIf(each -> stored.stream().noneMatch(old -> old.id == each.id));
        List<Label> refused = new ArrayList<>(inserted);
        refused.removeIf(each -> !isRefused(replay, insert, each));
        if (refused.isEmpty()) {
            refused.addAll(changed);
            refused.removeIf(each -> !isRefused(replay, "update replay set text = ? where id = ?", each));
        }
        return refused;
    }

    private static boolean isRefused(Connection replay, String sql, Label label) {
        try (PreparedStatement statement = replay.prepareStatement(sql)) {
            statement.setString(1, label.text);
            statement.setInt(2, label.id);
            statement.executeUpdate();
            return false;
        } catch (SQLException e) {
            assertThat(e.getErrorCode()).isEqualTo(1062);
            return true;
        }
    }

    private static Throwable flush(TestFactory factory, List<Label> stored, List<Label> inserted, List<Label> changed) {
        try (Session session = factory.sessions().openSession()) {
            session.beginTransaction();
            stored.forEach(session::persist);
            session.flush();
            session.clear();
            changed.forEach(each -> session.find(Label.class, each.id).text = each.text);
            inserted.forEach(session::persist);
            Throwable thrown = catchThrowable(session::flush);
            session.getTransaction().rollback();
            return thrown;
        }
    }
}
