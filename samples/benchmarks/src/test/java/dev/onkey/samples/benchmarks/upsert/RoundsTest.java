/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.onkey.samples.mysql.MySqlServer;
import java.io.PrintWriter;
import java.io.Writer;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** Who is fast runs more often. */
class RoundsTest {

    private static final Work WORK = Work.of(Discipline.BULK, State.NEW, 20);

    private HikariDataSource pool;
    private ItemTable table;

    @BeforeEach
    void createTable() throws SQLException {
        pool = new Pools(MySqlServer.shared().freshDatabase("bench_rounds"), 2).open("");
        table = new ItemTable(pool, "item", false);
        table.create();
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void everybodyWorksAsLongAsIsAskedFor() {
        Contestant right = new JdbcOneByOne(new Transactions(pool), false);

        List<Measurement> runs = round(right, 0.3);

        assertThat(runs)
                .hasSizeGreaterThan(1)
                .allMatch(run -> run.verdict().complaint().isEmpty());
        assertThat(runs.stream().mapToDouble(Measurement::seconds).sum()).isGreaterThanOrEqualTo(0.3);
        assertThat(round(right, 0)).hasSize(1);
    }

    @Test
    @Timeout(value = 20, threadMode = ThreadMode.SEPARATE_THREAD)
    void whoFailsIsNotAskedAgain() {
        Contestant broken = items -> {
            throw new IllegalStateException("broken");
        };

        assertThat(round(broken, 1)).hasSize(1);
    }

    private List<Measurement> round(Contestant contestant, double seconds) {
        Entry entry = new Entry("", Kind.BY_HAND, Set.of(Discipline.BULK), table, contestant, "");
        return new Rounds(List.of(entry), List.of(WORK), seconds, Stopwatch::run, new PrintWriter(Writer.nullWriter()))
                .run(1);
    }
}
