/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import java.util.Set;

/** Errors after which the same transaction may succeed, as it was another one that was in its way. Public for Onkey's own modules. */
public final class TransientError {

    private static final Set<Integer> CODES = Set.of(
            1020, // ER_CHECKREAD: MariaDB, the row is newer than the snapshot
            1180, // ER_ERROR_DURING_COMMIT
            1205, // ER_LOCK_WAIT_TIMEOUT
            1213, // ER_LOCK_DEADLOCK
            3101); // ER_TRANSACTION_ROLLBACK_DURING_COMMIT: Group Replication

    private TransientError() {}

    /** Whether an error has that number. */
    public static boolean is(int code) {
        return CODES.contains(code);
    }
}
