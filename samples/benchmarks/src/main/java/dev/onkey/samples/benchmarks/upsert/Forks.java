/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * A JVM for each contestant, as JMH has them: what the compiler makes of the driver's and of Hibernate's methods does not depend on what
 * others do with them.
 */
final class Forks implements Runner, AutoCloseable {

    private final String url;
    private final int connections;
    private final int chunk;
    private final Map<String, Fork> forks = new HashMap<>();

    /** None yet; each is started when it is needed first. */
    Forks(String url, int connections, int chunk) {
        this.url = url;
        this.connections = connections;
        this.chunk = chunk;
    }

    @Override
    public Measurement run(Work work, Entry entry, int round) {
        if (work.threads() > 1) {
            // the server would run out of connections, which each JVM keeps for all its threads
            return Stopwatch.run(work, entry, round);
        }
        try {
            return of(entry.name()).run(work, entry, round);
        } catch (IOException | ClassNotFoundException e) {
            return Measurement.failed(work, entry, round, e);
        }
    }

    private Fork of(String contestant) throws IOException {
        Fork fork = forks.get(contestant);
        if (fork == null) {
            fork = Fork.start(url, String.valueOf(connections), String.valueOf(chunk), contestant);
            forks.put(contestant, fork);
        }
        return fork;
    }

    @Override
    public void close() throws IOException {
        for (Fork fork : forks.values()) {
            fork.close();
        }
    }
}
