/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.duplicate;

import dev.onkey.hibernate.key.MappedKey;
import dev.onkey.hibernate.key.MappedTable;
import dev.onkey.hibernate.key.StoredIndexes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.jboss.logging.Logger;

/**
 * Asks the database, once for each name, for the unique keys that the mapping does not know.
 *
 * <p>A thread of its own does it. So nothing that is bound to the failed one can be touched, and a failed one waits a moment at
 * most, even if every connection of the pool is held by such threads. An answer that comes later serves the next one.
 *
 * <p>Thread safe.
 */
final class IndexLookup implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(IndexLookup.class);
    private static final long PATIENCE_MILLIS = 1_000;
    private static final long RETRY_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final int MOST_QUESTIONS = 1_000;

    private final ConnectionProvider connections;
    private final ThreadPoolExecutor thread;
    private final Map<Question, Inquiry> inquiries = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Inquiry> eldest) {
            return size() > MOST_QUESTIONS;
        }
    };

    IndexLookup(ConnectionProvider connections) {
        this.connections = connections;
        thread = new ThreadPoolExecutor(
                1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_QUESTIONS), IndexLookup::daemon);
        thread.allowCoreThreadTimeOut(true);
    }

    /**
     * The unique keys that the database has on some tables.
     *
     * @param tables those that the key may be of
     * @param keyText what the server calls it
     * @return empty where the database does not answer, or not in time
     */
    List<MappedKey> keysOf(List<MappedTable> tables, String keyText) {
        List<MappedKey> found = new ArrayList<>();
        for (MappedTable table : tables) {
            found.addAll(inquiry(new Question(table, keyText)).await());
        }
        return found;
    }

    /** Ends the thread. */
    @Override
    public void close() {
        thread.shutdownNow();
    }

    private synchronized Inquiry inquiry(Question question) {
        Inquiry present = inquiries.get(question);
        if (present != null && !present.mayBeRepeated()) {
            return present;
        }
        Inquiry asked = new Inquiry();
        inquiries.put(question, asked);
        try {
            thread.execute(() -> ask(question.table, asked));
        } catch (RejectedExecutionException closedOrTooMany) {
            asked.fail();
        }
        return asked;
    }

    private void ask(MappedTable table, Inquiry inquiry) {
        try {
            inquiry.answer.complete(StoredIndexes.of(table, connections));
        } catch (Exception e) {
            LOG.debugf(e, "The unique indexes of table '%s' could not be looked up", table.name());
            inquiry.fail();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "onkey-index-lookup");
        thread.setDaemon(true);
        return thread;
    }

    /** Tables are compared by identity: each is one of a catalog. */
    private record Question(MappedTable table, String keyText) {}

    private static final class Inquiry {

        private final CompletableFuture<List<MappedKey>> answer = new CompletableFuture<>();
        private volatile boolean overdue;
        private volatile long failedAt;

        void fail() {
            failedAt = System.nanoTime();
            answer.completeExceptionally(new TimeoutException());
        }

        boolean mayBeRepeated() {
            return answer.isCompletedExceptionally() && System.nanoTime() - failedAt > RETRY_NANOS;
        }

        List<MappedKey> await() {
            try {
                // one that was late once would be late for everybody
                return answer.get(overdue ? 0 : PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException late) {
                overdue = true;
            } catch (ExecutionException failed) {
                // logged by the one who asked
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        }
    }
}
