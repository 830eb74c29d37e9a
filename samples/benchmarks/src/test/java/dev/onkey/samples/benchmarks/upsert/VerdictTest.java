/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.onkey.hibernate.Outcome;
import dev.onkey.samples.mysql.MySqlServer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A contestant that is wrong is told so. */
class VerdictTest {

    private static final int ROWS = 20;
    private static final int EXISTING =
            (int) IntStream.range(0, ROWS).filter(State.HALF::existsBefore).count();

    private HikariDataSource pool;
    private ItemTable table;
    private Contestant right;

    @BeforeEach
    void createTable() throws SQLException {
        pool = new Pools(MySqlServer.shared().freshDatabase("bench_verdicts"), 2).open("");
        table = new ItemTable(pool, "item", false);
        table.create();
        right = new JdbcOneByOne(new Transactions(pool), false);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void rightAnswer() {
        assertThat(complaint(State.HALF, right)).isEmpty();
    }

    @Test
    void idsOfOtherRows() {
        assertThat(complaint(State.CHANGED, items -> {
                    List<@Nullable Long> ids = new ArrayList<>(idsOf(right.write(items)));
                    Collections.swap(ids, 3, 7);
                    return Answer.ofIds(ids);
                }))
                .isEqualTo("wrong ids: 2 of 20");
    }

    @Test
    void tooFewIds() {
        assertThat(complaint(
                        State.CHANGED,
                        items -> Answer.ofIds(idsOf(right.write(items)).subList(0, 15))))
                .isEqualTo("wrong ids: 5 of 20");
    }

    @Test
    void outcomesThatAreNotSo() {
        assertThat(complaint(State.HALF, items -> {
                    right.write(items);
                    return new Answer(null, Collections.nCopies(ROWS, Outcome.CREATED));
                }))
                .isEqualTo("wrong outcomes: " + EXISTING + " of 20");
    }

    @Test
    void countsThatAreNotSo() {
        assertThat(complaint(State.HALF, items -> {
                    right.write(items);
                    return Answer.ofCounts(ROWS - EXISTING, EXISTING - 3, 3);
                }))
                .isEqualTo("wrong outcomes: 3 of 20");
        assertThat(complaint(State.HALF, items -> {
                    right.write(items);
                    return Answer.ofCounts(ROWS - EXISTING, EXISTING, 0);
                }))
                .isEmpty();
    }

    @Test
    void rowsThatAreMissing() {
        assertThat(complaint(State.NEW, items -> {
                    right.write(items.subList(0, 18));
                    return Answer.NONE;
                }))
                .isEqualTo("wrong rows: 2 of 20");
    }

    @Test
    void rowsThatAreOutdated() {
        assertThat(complaint(State.CHANGED, items -> Answer.NONE)).isEqualTo("wrong rows: 20 of 20");
    }

    @Test
    void rowsThatNobodyAskedFor() {
        assertThat(complaint(State.NEW, items -> {
                    right.write(items);
                    right.write(List.of(Item.of(ROWS, 1)));
                    return Answer.NONE;
                }))
                .isEqualTo("wrong rows: 1 of 20");
    }

    @Test
    void rowsThatWereToBeLeftAlone() {
        assertThat(complaint(State.HIT, right)).isEqualTo("wrong rows: 20 of 20");
    }

    @Test
    void exception() {
        assertThat(complaint(State.NEW, items -> {
                    throw new IllegalStateException("too much", new SQLException("packet too large"));
                }))
                .isEqualTo("failed: java.sql.SQLException: packet too large");
    }

    private String complaint(State state, Contestant contestant) {
        Entry entry = new Entry("", Kind.BY_HAND, Set.of(), table, contestant, "");
        return Stopwatch.run(Work.of(Discipline.BULK, state, ROWS), entry, 1)
                .verdict()
                .complaint();
    }

    private static List<@Nullable Long> idsOf(Answer answer) {
        assertThat(answer.ids()).isNotNull();
        return answer.ids();
    }
}
