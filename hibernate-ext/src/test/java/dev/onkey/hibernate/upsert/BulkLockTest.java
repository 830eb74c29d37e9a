/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static dev.onkey.hibernate.upsert.ItemTable.items;
import static java.sql.Connection.TRANSACTION_READ_COMMITTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onkey.hibernate.UpsertedRow;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hibernate.exception.LockAcquisitionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Many rows, one of which another transaction holds for as long as it takes all others to wait. Each test has keys that no other has
 * deleted: the server locks the gap before those that it has not purged yet.
 */
class BulkLockTest {

    private static final String WAITING =
            "select count(*) from information_schema.innodb_trx where trx_state = 'LOCK WAIT'";

    private static ItemTable table;

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private Connection holder;

    @BeforeAll
    static void start() {
        table = ItemTable.of(
                ItemTable.builder("bulk_lock").set("hibernate.connection.isolation", TRANSACTION_READ_COMMITTED));
    }

    @AfterAll
    static void stop() {
        table.close();
    }

    @BeforeEach
    void connect() throws SQLException {
        table.empty();
        holder = DriverManager.getConnection(table.factory().url());
        holder.setTransactionIsolation(TRANSACTION_READ_COMMITTED);
        holder.setAutoCommit(false);
    }

    @AfterEach
    void disconnect() throws SQLException {
        threads.shutdownNow();
        holder.close();
    }

    @Test
    void twoInOppositeOrderWaitInLine() throws Exception {
        hold("line 5");
        List<Item> backwards = items(10, "line");
        Collections.reverse(backwards);
        Future<?> one = waiting(1, () -> table.write(items(10, "line")));
        Future<?> other = waiting(2, () -> table.write(backwards));

        holder.rollback();

        one.get();
        other.get();
        assertThat(table.jdbc().number("select count(*) from Item")).isEqualTo(10);
    }

    @Test
    void twoThatFindTheSameNewRowWaitInLine() throws Exception {
        hold("found 0");
        Future<?> one = waiting(1, () -> table.write(items(10, "found")));
        Future<?> other = waiting(2, () -> table.write(items(10, "found")));

        holder.commit();

        one.get();
        other.get();
        assertThat(table.jdbc().row("select count(*), max(name) from Item")).isEqualTo("10|name");
    }

    @Test
    void theVictimOfADeadlockIsNotTriedAgain() throws Exception {
        for (int i = 0; i < 100; i++) {
            hold("theirs " + i);
        }
        hold("new 9");
        Future<?> ours = waiting(1, () -> insertedAndUpserted());

        hold("new 0");
        holder.commit();

        assertThatThrownBy(ours::get)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(LockAcquisitionException.class);
        assertThat(table.jdbc().row("select count(*), max(name) from Item where code like 'new%' or code = 'before'"))
                .isEqualTo("2|theirs");
    }

    private static List<UpsertedRow> insertedAndUpserted() {
        return table.factory().sessions().fromTransaction(session -> {
            Upserts.in(session).insertIfAbsent(new Item("before", "ours"));
            return Upserts.in(session).upsertAll(items(10, "new"));
        });
    }

    private void hold(String code) throws SQLException {
        try (Statement statement = holder.createStatement()) {
            statement.execute(
                    "insert into Item (code, name, stock, version, weight) values ('" + code + "', 'theirs', 0, 0, 0)");
        }
    }

    /** Starts a call, and returns when so many transactions wait for a lock. */
    private <T> Future<T> waiting(int number, Callable<T> call) throws InterruptedException {
        Future<T> started = threads.submit(call);
        do {
            // asked again within a tenth of a second, the server says what it said before
            Thread.sleep(150);
        } while (!started.isDone() && table.jdbc().number(WAITING) < number);
        assertThat(started).isNotDone();
        return started;
    }
}
