/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/** Runs a contestant and says what it took. What comes before and after, the table and the check, is not counted. */
final class Stopwatch {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final int WORTH_A_COLLECTION = 1_000;

    private Stopwatch() {}

    static Measurement run(Work work, Entry entry, int round) {
        try {
            entry.table().prepare(work.state(), work.size());
            List<Item> items = work.items();
            if (work.size() >= WORTH_A_COLLECTION) {
                // nobody pays for what those before have left behind
                System.gc();
            }
            return timed(work, entry, round, items);
        } catch (Exception | OutOfMemoryError e) {
            return Measurement.failed(work, entry, round, e);
        }
    }

    private static Measurement timed(Work work, Entry entry, int round, List<Item> items) throws Exception {
        Callers callers = new Callers(entry.contestant());
        try (HeapWatch heap = new HeapWatch()) {
            long bytes = THREADS.getCurrentThreadAllocatedBytes();
            long start = System.nanoTime();
            Answer answer =
                    work.discipline().isBulk() ? entry.contestant().write(items) : callers.write(items, work.threads());
            long nanos = System.nanoTime() - start;
            long allocated = work.threads() == 1 ? THREADS.getCurrentThreadAllocatedBytes() - bytes : 0;
            Cost cost = new Cost(nanos, allocated, heap.peak(), callers.repeated());
            return new Measurement(work, entry, round, cost, Verdict.of(work, entry.table(), items, answer));
        }
    }
}
