/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.hibernate.JDBCException;

/** A deadlock's victim is rolled back as a whole, and is to be run again as a whole; so is what MariaDB's snapshots refuse. */
final class Repeated {

    private static final int ATTEMPTS = 500;

    /** Without a pause the victim is back before the other transaction has moved, and becomes the victim again. */
    private static final int LONGEST_PAUSE_MS = 50;

    private Repeated() {}

    static <R> R untilDone(Supplier<R> transaction) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.get();
            } catch (JDBCException e) {
                if (!TransientError.is(e.getErrorCode()) || attempt == ATTEMPTS) {
                    throw e;
                }
                int longest = Math.min(attempt, LONGEST_PAUSE_MS);
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(TimeUnit.MILLISECONDS.toNanos(longest)));
            }
        }
    }
}
