/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import dev.onkey.hibernate.upsert.TransientError;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.util.Assert;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * How a call of an {@link UpsertRepository} that writes runs where it has a transaction of its own: at which isolation, and how it is
 * repeated after an error that passes.
 *
 * <pre>{@code
 * @Bean
 * UpsertTransactions upsertTransactions() {
 *     return UpsertTransactions.standard().backOff(new ExponentialBackOff(20, 2)).alsoOn(1290);
 * }
 * }</pre>
 *
 * <p>A bean of this type replaces {@link #standard()}. Each pause is shortened at random, by up to a half, so that two that were in
 * each other's way do not meet again.
 *
 * <p>A call that finds entities in its persistence context is not repeated, as its rollback detaches them and loses what was changed in
 * them: so it is where a view keeps an entity manager open that has loaded something.
 *
 * <p>Immutable and, as far as its back-off is, thread safe: each method returns another one.
 *
 * @since 0.1
 */
public final class UpsertTransactions {

    private static final long FIRST_PAUSE_MILLIS = 10;
    private static final long LONGEST_PAUSE_MILLIS = 500;
    private static final int MOST_REPETITIONS = 20;
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Isolation isolation;
    private final BackOff backOff;
    private final int most;
    private final Duration longest;
    private final Set<Integer> moreErrors;

    private UpsertTransactions(
            Isolation isolation, BackOff backOff, int most, Duration longest, Set<Integer> moreErrors) {
        this.isolation = isolation;
        this.backOff = backOff;
        this.most = most;
        this.longest = longest;
        this.moreErrors = Set.copyOf(moreErrors);
    }

    /**
     * Runs at the connection's own isolation, and repeats after a deadlock (1213), a lock that was waited for too long (1205), a
     * conflict in a cluster (3101, 1180) and MariaDB's snapshot conflict (1020): after 10 ms, then twice as long each time, up to
     * 500 ms; 20 times, and 10 s after the first attempt has begun not any more.
     */
    public static UpsertTransactions standard() {
        ExponentialBackOff doubling = new ExponentialBackOff(FIRST_PAUSE_MILLIS, 2);
        doubling.setMaxInterval(LONGEST_PAUSE_MILLIS);
        return new UpsertTransactions(Isolation.DEFAULT, doubling, MOST_REPETITIONS, LONGEST, Set.of());
    }

    /**
     * Says at which isolation such a call runs. The standard is {@link Isolation#DEFAULT}, the connection's own: another one costs
     * two or three round trips for each call, and no deadlock was seen that it would have saved (decision 15). A method of the
     * repository that is declared again with an isolation of its own keeps that.
     *
     * @throws IllegalArgumentException if it is null
     */
    public UpsertTransactions isolation(Isolation level) {
        Assert.notNull(level, "The isolation is null: take Isolation.DEFAULT for the connection's own.");
        return new UpsertTransactions(level, backOff, most, longest, moreErrors);
    }

    /**
     * Says how long the pauses are.
     *
     * @param pauses in milliseconds; used by many threads at once. Where it ends by itself, so do the attempts. Its
     *     {@code maxElapsedTime}, if it has one, counts the pauses alone: see {@link #within}
     * @throws IllegalArgumentException if it is null
     */
    public UpsertTransactions backOff(BackOff pauses) {
        Assert.notNull(pauses, "The back-off is null: take atMost(0) to repeat nothing.");
        return new UpsertTransactions(isolation, pauses, most, longest, moreErrors);
    }

    /**
     * Says how often a call is repeated; 0 for never.
     *
     * @throws IllegalArgumentException if it is less than 0
     */
    public UpsertTransactions atMost(int times) {
        Assert.isTrue(times >= 0, () -> "A call cannot be repeated " + times + " times: take 0 for never.");
        return new UpsertTransactions(isolation, backOff, times, longest, moreErrors);
    }

    /**
     * Says how long after the first attempt has begun another one may begin: what waits for a lock takes
     * {@code innodb_lock_wait_timeout} to fail, which is 50 s unless the server is told otherwise.
     *
     * @throws IllegalArgumentException if it is null or negative
     */
    public UpsertTransactions within(Duration time) {
        Assert.notNull(time, "The time is null: take atMost(0) to repeat nothing.");
        Assert.isTrue(!time.isNegative(), () -> "No call begins " + time + " after itself: take a time of 0 or more.");
        return new UpsertTransactions(isolation, backOff, most, time, moreErrors);
    }

    /** Repeats after more errors, by the server's numbers. */
    public UpsertTransactions alsoOn(int... codes) {
        Set<Integer> more = new HashSet<>(moreErrors);
        for (int code : codes) {
            more.add(code);
        }
        return new UpsertTransactions(isolation, backOff, most, longest, more);
    }

    Isolation isolation() {
        return isolation;
    }

    BackOff backOff() {
        return backOff;
    }

    boolean allows(int repetition, Duration begins) {
        return repetition <= most && begins.compareTo(longest) <= 0;
    }

    boolean isPassing(int errorCode) {
        return TransientError.is(errorCode) || moreErrors.contains(errorCode);
    }
}
