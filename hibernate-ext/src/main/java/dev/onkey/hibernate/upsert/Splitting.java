/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.hibernate.JDBCException;
import org.hibernate.PessimisticLockException;
import org.hibernate.exception.JDBCConnectionException;
import org.hibernate.exception.LockAcquisitionException;
import org.hibernate.exception.SQLGrammarException;

/** Runs a statement for many rows again for fewer of them until the row alone is left that it fails for; all others are written. */
final class Splitting {

    /** No row can be written after them, be it as good as it may. */
    private static final Set<Integer> OF_THE_SERVER = Set.of(
            1021, // ER_DISK_FULL
            1114, // ER_RECORD_FILE_FULL
            1290, // ER_OPTION_PREVENTS_STATEMENT: read_only, after a failover
            1792, // ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION
            1836); // ER_READ_ONLY_MODE

    private Splitting() {}

    static <T> void run(List<T> rows, Consumer<List<T>> statement, Consumer<T> alone) {
        try {
            statement.accept(rows);
        } catch (JDBCException e) {
            if (!isOfARow(e)) {
                throw e;
            }
            if (rows.size() == 1) {
                alone.accept(rows.get(0));
                return;
            }
            int half = rows.size() / 2;
            run(rows.subList(0, half), statement, alone);
            run(rows.subList(half, rows.size()), statement, alone);
        }
    }

    /** Whether the error may be that of one row, so that the others can still be written in the same transaction. */
    static boolean isOfARow(RuntimeException e) {
        boolean ofTheTransaction = e instanceof LockAcquisitionException
                || e instanceof PessimisticLockException
                || e instanceof JDBCConnectionException
                || e instanceof SQLGrammarException
                || e instanceof JDBCException error
                        && (TransientError.is(error.getErrorCode()) || OF_THE_SERVER.contains(error.getErrorCode()));
        return !ofTheTransaction;
    }
}
