/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.onkey.hibernate.upsert.Importing;
import dev.onkey.hibernate.upsert.Updating;
import dev.onkey.spring.data.meter.Meter;
import dev.onkey.spring.data.meter.MeterApplication;
import dev.onkey.spring.data.meter.Meters;
import dev.onkey.spring.data.meter.Retries;
import dev.onkey.spring.data.meter.SerialMeters;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Calls that meet a lock: those with a transaction of their own are repeated, the others say why not. */
class UpsertRetryTest {

    private static final int THREADS = 16;
    private static final int ROUNDS = 20;
    private static final int KEYS = 30;

    private static ConfigurableApplicationContext context;
    private static Meters meters;
    private static Retries retries;
    private static TransactionTemplate transaction;

    private Connection blocker;

    @BeforeAll
    static void start() {
        Map<String, Object> pool = Map.of(
                "spring.datasource.hikari.maximum-pool-size", THREADS + 1,
                "spring.datasource.hikari.transaction-isolation", "TRANSACTION_REPEATABLE_READ",
                "spring.datasource.hikari.connection-init-sql", "set innodb_lock_wait_timeout = 1");
        context = BootApplications.start("onkey_spring_retry", pool, MeterApplication.class);
        meters = context.getBean(Meters.class);
        retries = context.getBean(Retries.class);
        transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @BeforeEach
    void block() throws SQLException {
        retries.forget();
        meters.deleteAll();
        meters.upsert(new Meter("blocked", 1));
        blocker = context.getBean(DataSource.class).getConnection();
        blocker.setAutoCommit(false);
        try (Statement lock = blocker.createStatement()) {
            lock.execute("update meter set total = total + 10 where name = 'blocked'");
        }
    }

    @AfterEach
    void unblock() throws SQLException {
        blocker.close();
    }

    @Test
    @DisplayName("a write without a transaction is repeated as a whole, and a listener sees it")
    void repeatsACallThatHasItsOwnTransaction() {
        retries.onNext(this::release);

        assertThat(meters.upsert(
                                new Meter("blocked", 5),
                                Updating.<Meter>nothing().increment("total"))
                        .entity()
                        .total())
                .isEqualTo(12);

        assertThat(retries.events()).hasSize(1);
        UpsertRetriedEvent event = retries.events().get(0);
        assertThat(event.repository()).isEqualTo(Meters.class);
        assertThat(event.method().getName()).isEqualTo("upsert");
        assertThat(event.attempt()).isEqualTo(1);
        assertThat(event.pause()).isBetween(Duration.ofMillis(5), Duration.ofMillis(10));
        assertThat(event.cause()).isInstanceOf(PessimisticLockingFailureException.class);
    }

    @Test
    void repeatsAMethodThatIsDeclaredAgain() {
        retries.onNext(this::release);

        // not as SerialMeters, so that the method is called as it was first declared
        UpsertRepository<Meter> serial = context.getBean(SerialMeters.class);

        assertThat(serial.upsert(new Meter("blocked", 5)).entity().total()).isEqualTo(5);
        assertThat(retries.events()).extracting(UpsertRetriedEvent::attempt).containsExactly(1);
    }

    @Test
    @DisplayName("inside a caller's transaction nothing is repeated, and the exception says so")
    void doesNotRepeatACallInsideATransaction() {
        transaction.setName("Reading.store");

        assertThatExceptionOfType(PessimisticLockingFailureException.class)
                .isThrownBy(() -> transaction.executeWithoutResult(status -> meters.upsert(new Meter("blocked", 5))))
                .satisfies(e -> assertThat(e.getSuppressed())
                        .singleElement()
                        .asString()
                        .contains("Meters.upsert was not repeated", "'Reading.store'", "as a whole"));
        assertThat(retries.events()).isEmpty();
    }

    @Test
    void callsTheSupplierOnceInEachAttempt() throws SQLException {
        try (Statement insert = blocker.createStatement()) {
            insert.execute("insert into meter (name, total) values ('new', 7)");
        }
        retries.onNext(this::takeBack);
        AtomicInteger made = new AtomicInteger();

        Meter meter = meters.getOrCreate(Map.of("name", "new"), () -> new Meter("new", made.incrementAndGet()));

        assertThat(retries.events()).hasSize(1);
        assertThat(made).hasValue(2);
        // what the first one has written is rolled back
        assertThat(meter.total()).isEqualTo(2);
    }

    @Test
    @DisplayName("an end to repetition: the last error is the caller's")
    void stopsWhenItIsEnough() {
        assertThatExceptionOfType(PessimisticLockingFailureException.class)
                .isThrownBy(() -> meters.insertIfAbsent(new Meter("blocked", 5)))
                .satisfies(last -> assertThat(retries.events())
                        .extracting(UpsertRetriedEvent::cause)
                        .isNotEmpty()
                        .doesNotContain(last));
    }

    @Test
    void isBoundedInCountAndInTime() {
        UpsertTransactions retry = UpsertTransactions.standard().atMost(3).within(Duration.ofSeconds(2));

        assertThat(retry.allows(3, Duration.ofSeconds(2))).isTrue();
        assertThat(retry.allows(4, Duration.ofSeconds(1))).isFalse();
        assertThat(retry.allows(1, Duration.ofMillis(2_001))).isFalse();
        assertThat(UpsertTransactions.standard().allows(20, Duration.ofSeconds(10)))
                .isTrue();
        assertThat(UpsertTransactions.standard().allows(21, Duration.ZERO)).isFalse();
        assertThat(UpsertTransactions.standard().alsoOn(1290).isPassing(1290)).isTrue();
        assertThat(UpsertTransactions.standard().atMost(0).allows(1, Duration.ZERO))
                .isFalse();
    }

    @Test
    void refusesWhatWouldFailAtTheFirstDeadlock() {
        UpsertTransactions standard = UpsertTransactions.standard();

        assertThatIllegalArgumentException().isThrownBy(() -> standard.isolation(null));
        assertThatIllegalArgumentException().isThrownBy(() -> standard.backOff(null));
        assertThatIllegalArgumentException().isThrownBy(() -> standard.within(null));
        assertThatIllegalArgumentException().isThrownBy(() -> standard.within(Duration.ofMillis(-1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> standard.atMost(-1))
                .withMessageContaining("0 for never");
    }

    @Test
    void passesAfterWhatAnotherTransactionHasDone() {
        UpsertTransactions retry = UpsertTransactions.standard();

        assertThat(List.of(1020, 1180, 1205, 1213, 3101)).allMatch(retry::isPassing);
        assertThat(List.of(1062, 1406, 1690)).noneMatch(retry::isPassing);
    }

    @Test
    void aStreamIsNotReadTwice() {
        assertThatExceptionOfType(PessimisticLockingFailureException.class)
                .isThrownBy(() -> meters.upsertAll(Stream.of(new Meter("blocked", 5)), Importing.of(Meter.class)));
        assertThat(retries.events()).isEmpty();
    }

    @Test
    @DisplayName("a read-only transaction is refused before any SQL")
    void refusesReadOnlyTransactions() {
        TransactionTemplate readOnly = new TransactionTemplate(transaction.getTransactionManager());
        readOnly.setReadOnly(true);
        readOnly.setName("Reading.show");

        assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
                .isThrownBy(() -> readOnly.executeWithoutResult(status -> meters.upsert(new Meter("new", 1))))
                .withMessageContainingAll("Meters.upsert writes", "'Reading.show'", "read-only");
        readOnly.executeWithoutResult(status ->
                assertThat(meters.findByNaturalKey(Map.of("name", "blocked"))).isPresent());
    }

    @Test
    @DisplayName("where a view keeps the entity manager open, a read-only transaction is refused as well")
    void refusesReadOnlyTransactionsOfAnOlderSession() {
        TransactionTemplate readOnly = new TransactionTemplate(transaction.getTransactionManager());
        readOnly.setReadOnly(true);

        OpenView.run(
                context,
                () -> assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
                        .isThrownBy(() -> readOnly.executeWithoutResult(status -> meters.upsert(new Meter("new", 1)))));
    }

    @Test
    @DisplayName("where a view has loaded entities, nothing is repeated: their changes would be lost")
    void doesNotRepeatWhereARollbackWouldLoseOtherChanges() {
        OpenView.run(context, () -> {
            meters.findAll();
            assertThatExceptionOfType(PessimisticLockingFailureException.class)
                    .isThrownBy(() -> meters.upsert(new Meter("blocked", 5)))
                    .satisfies(e -> assertThat(e.getSuppressed())
                            .singleElement()
                            .asString()
                            .contains("Meters.upsert was not repeated", "persistence context", "lost"));
        });
        assertThat(retries.events()).isEmpty();
    }

    @Test
    void repeatsInAViewThatHasLoadedNothing() {
        retries.onNext(this::release);

        OpenView.run(context, () -> meters.upsert(new Meter("blocked", 5)));

        assertThat(retries.events()).hasSize(1);
    }

    @Test
    @DisplayName("16 threads, overlapping keys in opposite orders, no transaction, REPEATABLE READ: exact sums")
    void everyCallIsCountedOnce() throws Exception {
        release();
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS + 1);
        Future<Integer> stranger = threads.submit(() -> addBackwards(done));
        List<Callable<Void>> callers = new ArrayList<>();
        for (int caller = 0; caller < THREADS; caller++) {
            boolean backwards = caller % 2 == 0;
            callers.add(() -> {
                for (int round = 0; round < ROUNDS; round++) {
                    add(keys(backwards));
                }
                return null;
            });
        }
        List<Future<Void>> called = threads.invokeAll(callers);
        done.set(true);
        int added = stranger.get();
        threads.shutdown();
        for (Future<Void> caller : called) {
            caller.get();
        }

        List<Meter> counted = meters.findAll().stream()
                .filter(meter -> !meter.name().equals("blocked"))
                .toList();
        assertThat(counted)
                .hasSize(KEYS)
                .allSatisfy(meter -> assertThat(meter.total()).isEqualTo(THREADS * ROUNDS + added));
        assertThat(retries.events()).isNotEmpty();
    }

    private static List<Integer> keys(boolean backwards) {
        List<Integer> keys = new ArrayList<>(IntStream.range(0, KEYS).boxed().toList());
        if (backwards) {
            Collections.reverse(keys);
        }
        return keys;
    }

    private static void add(List<Integer> keys) {
        meters.upsertAll(
                keys.stream().map(key -> new Meter("meter " + key, 1)).toList(),
                Updating.<Meter>nothing().increment("total"));
    }

    /** Another program, which takes its locks in an order that deadlocks with everybody else; returns how often it has added. */
    private static int addBackwards(AtomicBoolean done) throws Exception {
        int added = 0;
        try (Connection connection = context.getBean(DataSource.class).getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            while (!done.get()) {
                try {
                    if (statement.executeUpdate("update meter set total = total + 1 where name = 'meter 9'") > 0) {
                        for (int key = KEYS - 1; key >= 0; key--) {
                            statement.execute("update meter set total = total + " + (key == 9 ? 0 : 1)
                                    + " where name = 'meter " + key + "'");
                        }
                        connection.commit();
                        added++;
                    }
                    connection.rollback();
                    // or it would always win: of two in a deadlock the server ends the one that has written less
                    Thread.sleep(200);
                } catch (SQLException deadlock) {
                    connection.rollback();
                }
            }
        }
        return added;
    }

    private void takeBack() {
        try {
            blocker.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void release() {
        try {
            blocker.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
