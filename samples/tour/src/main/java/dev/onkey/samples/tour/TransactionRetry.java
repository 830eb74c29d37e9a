/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.tour;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Repeats a whole transaction that the server gave up in favour of another one. Whoever writes under concurrency needs this, with
 * Onkey or without: after a deadlock there is no transaction any more that could go on.
 *
 * <p>Thread safe.
 */
final class TransactionRetry {

    /**
     * Deadlock; lock wait timeout; MariaDB: the row has changed since the transaction's snapshot; cluster: another member was first
     * (two errors).
     */
    private static final Set<Integer> LOST = Set.of(1213, 1205, 1020, 3101, 1180);

    private static final int ATTEMPTS = 10;

    private final AtomicInteger repeated = new AtomicInteger();

    /** @param transaction begins and ends its own transaction, as a call of a repository from outside one does */
    <T> T run(Supplier<T> transaction) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.get();
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !isLost(e)) {
                    throw e;
                }
                repeated.incrementAndGet();
                pause(attempt);
            }
        }
    }

    int repeated() {
        return repeated.get();
    }

    private static boolean isLost(Throwable thrown) {
        for (@Nullable Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof SQLException error && LOST.contains(error.getErrorCode())) {
                return true;
            }
        }
        return false;
    }

    /** Of random length, so that the same transactions do not meet again. */
    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(10L * attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting to repeat a transaction", e);
        }
    }
}
