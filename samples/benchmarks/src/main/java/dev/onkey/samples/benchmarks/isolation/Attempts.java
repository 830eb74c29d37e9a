/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.isolation;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Counts the attempts of a thread that had to be repeated. */
@AuxCounters(AuxCounters.Type.OPERATIONS)
@State(Scope.Thread)
public class Attempts {

    private static final ThreadLocal<Attempts> CURRENT = new ThreadLocal<>();

    /** Attempts that were repeated; JMH shows them by the second. */
    public long repeated;

    /** Makes the thread known to {@link #repeat()}. */
    @Setup
    public void start() {
        CURRENT.set(this);
    }

    /** Counts one of this thread. */
    static void repeat() {
        CURRENT.get().repeated++;
    }
}
