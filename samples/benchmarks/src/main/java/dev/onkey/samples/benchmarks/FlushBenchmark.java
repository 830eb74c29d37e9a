/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks;

import java.util.concurrent.TimeUnit;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
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
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to have Onkey where nothing is a duplicate: 1,000 rows, which are rolled back. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@State(Scope.Benchmark)
public class FlushBenchmark {

    static final int ROWS = 1_000;

    /** Whether Hibernate finds Onkey. */
    @Param({"false", "true"})
    public boolean onkey;

    private SessionFactory factory;

    /** Starts the server, for the first of them, and the session factory. */
    @Setup
    public void start() {
        factory = Factories.on("bench_flush", onkey, Ware.class, Order.class);
    }

    /** Closes it. */
    @TearDown
    public void stop() {
        factory.close();
    }

    /** Rows whose identifiers are given: they are sent in batches when the session is flushed. */
    @Benchmark
    public int flush() {
        try (Session session = factory.openSession()) {
            session.beginTransaction();
            for (int i = 0; i < ROWS; i++) {
                session.persist(new Ware(i));
            }
            session.flush();
            int written = session.getStatistics().getEntityCount();
            session.getTransaction().rollback();
            return written;
        }
    }

    /** Rows whose identifiers the database makes: each is sent when it is persisted. */
    @Benchmark
    public int persist() {
        try (Session session = factory.openSession()) {
            session.beginTransaction();
            for (int i = 0; i < ROWS; i++) {
                session.persist(new Order(i));
            }
            int written = session.getStatistics().getEntityCount();
            session.getTransaction().rollback();
            return written;
        }
    }
}
