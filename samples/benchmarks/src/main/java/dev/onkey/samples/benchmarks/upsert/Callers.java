/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Write items one by one, each in a transaction of its own, which is run again where the server gave it up for another one. */
final class Callers {

    private static final int DEADLOCK = 1213;

    private final Contestant contestant;
    private final AtomicInteger repeated = new AtomicInteger();

    Callers(Contestant contestant) {
        this.contestant = contestant;
    }

    int repeated() {
        return repeated.get();
    }

    Answer write(List<Item> items, int threads) throws Exception {
        return threads == 1 ? part(items, 0, 1) : together(items, threads);
    }

    /** The answers are in the order of the threads' parts, which is right for items of one row only. */
    private Answer together(List<Item> items, int threads) throws Exception {
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Answer>> parts = IntStream.range(0, threads)
                    .mapToObj(thread -> pool.submit(() -> {
                        start.await();
                        return part(items, thread, threads);
                    }))
                    .toList();
            List<Answer> answers = new ArrayList<>(threads);
            for (Future<Answer> part : parts) {
                answers.add(part.get());
            }
            return Answer.of(answers);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            pool.shutdownNow();
        }
    }

    private Answer part(List<Item> items, int from, int step) throws SQLException {
        List<Answer> answers = new ArrayList<>(items.size() / step + 1);
        for (int i = from; i < items.size(); i += step) {
            answers.add(write(items.get(i)));
        }
        return Answer.of(answers);
    }

    private Answer write(Item item) throws SQLException {
        while (true) {
            try {
                return contestant.write(List.of(item));
            } catch (SQLException | RuntimeException e) {
                if (!isDeadlock(e)) {
                    throw e;
                }
                repeated.incrementAndGet();
            }
        }
    }

    private static boolean isDeadlock(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql && sql.getErrorCode() == DEADLOCK) {
                return true;
            }
        }
        return false;
    }
}
