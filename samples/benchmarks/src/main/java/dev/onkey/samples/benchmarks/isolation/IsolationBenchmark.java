/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.isolation;

import dev.onkey.hibernate.Upserted;
import dev.onkey.hibernate.UpsertedRow;
import dev.onkey.hibernate.upsert.Updating;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.context.ConfigurableApplicationContext;

/** Calls a second by isolation, and how many attempts had to be repeated: deadlocks against round trips. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Threads(IsolationBenchmark.THREADS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 5, time = 3)
@State(Scope.Benchmark)
public class IsolationBenchmark {

    static final int THREADS = 8;

    private static final int HOT = 10;
    private static final int BATCH = 30;
    private static final int SHARED = 200;
    private static final Updating<Counter> ADD = Updating.<Counter>nothing().increment("total");

    /** Where the isolation comes from. */
    @Param
    public Isolated isolated;

    private final AtomicLong asked = new AtomicLong();
    private ConfigurableApplicationContext context;
    private Counters counters;

    /** Starts the server, for the first of them, and the application. */
    @Setup
    public void start() {
        context = CounterApplication.start(isolated, event -> Attempts.repeat());
        counters = context.getBean(Counters.class);
    }

    /** Ends the application. */
    @TearDown
    public void stop() {
        context.close();
    }

    /** A row that nobody else wants. */
    @Benchmark
    public Upserted<Counter> upsertOfANewKey(Attempts attempts) {
        return counters.upsert(new Counter(key(), 1));
    }

    /** One of ten rows, which everybody wants. */
    @Benchmark
    public Upserted<Counter> upsertOfAHotKey(Attempts attempts) {
        String name = "hot " + ThreadLocalRandom.current().nextInt(HOT);
        return counters.upsert(new Counter(name, 1), ADD);
    }

    /** A row that does not exist, and that all threads ask for at about the same time. */
    @Benchmark
    public Counter getOrCreateTogether(Attempts attempts) {
        String name = "asked " + asked.getAndIncrement() / THREADS;
        return counters.getOrCreate(new Counter(name, 1));
    }

    /** Rows that nobody else wants, beside those of others. */
    @Benchmark
    public List<UpsertedRow> upsertAllOfNewKeys(Attempts attempts) {
        List<Counter> batch = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            batch.add(new Counter(key(), 1));
        }
        return counters.upsertAll(batch);
    }

    /** Rows of which others want some, too. */
    @Benchmark
    public List<UpsertedRow> upsertAllOfSharedKeys(Attempts attempts) {
        List<Counter> batch = new ArrayList<>();
        for (int i : new SplittableRandom().ints(BATCH, 0, SHARED).distinct().toArray()) {
            batch.add(new Counter("shared " + i, 1));
        }
        Collections.shuffle(batch);
        return counters.upsertAll(batch, ADD);
    }

    private static String key() {
        return Long.toHexString(ThreadLocalRandom.current().nextLong());
    }
}
