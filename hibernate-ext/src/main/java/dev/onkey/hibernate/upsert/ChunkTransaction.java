/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import org.hibernate.StatelessSession;
import org.hibernate.Transaction;

/** Runs work in a transaction of its own. */
final class ChunkTransaction {

    private ChunkTransaction() {}

    static void run(StatelessSession session, Runnable work) {
        Transaction transaction = session.beginTransaction();
        try {
            work.run();
            transaction.commit();
        } catch (Throwable e) {
            // a checked one as well, of the progress' listener
            rollback(transaction, e);
            throw e;
        }
    }

    private static void rollback(Transaction transaction, Throwable cause) {
        try {
            if (transaction.getStatus().canRollback()) {
                transaction.rollback();
            }
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }
}
