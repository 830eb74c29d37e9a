/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import java.util.function.Supplier;
import org.hibernate.JDBCException;

/** A deadlock's victim is rolled back as a whole, and is to be run again as a whole; so is what MariaDB's snapshots refuse. */
final class Repeated {

    private static final int ATTEMPTS = 500;

    private Repeated() {}

    static <R> R untilDone(Supplier<R> transaction) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.get();
            } catch (JDBCException e) {
                if (!TransientError.is(e.getErrorCode()) || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }
}
