/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import java.io.EOFException;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What runs in a {@link Fork}: reads works, and writes what they took. */
final class ForkedContestant {

    private ForkedContestant() {}

    /** Arguments: the URL of the database, how many connections at most, rows a statement, and whose JVM it is. */
    public static void main(String[] arguments) throws Exception {
        PrintStream out = System.out;
        // what a library may print is no answer
        System.setOut(System.err);
        Pools pools = new Pools(arguments[0], Integer.parseInt(arguments[1]));
        try (Field field = new Field(pools, Integer.parseInt(arguments[2]));
                ObjectOutputStream answers = new ObjectOutputStream(out)) {
            answers.flush();
            List<Entry> entries = field.entries(arguments[3]);
            ObjectInputStream works = new ObjectInputStream(System.in);
            for (Work work = next(works); work != null; work = next(works)) {
                answer(work, entries, answers);
            }
        }
    }

    private static @Nullable Work next(ObjectInputStream works) throws IOException, ClassNotFoundException {
        try {
            return (Work) works.readObject();
        } catch (EOFException thatWasAll) {
            return null;
        }
    }

    private static void answer(Work work, List<Entry> entries, ObjectOutputStream answers) throws IOException {
        Entry entry =
                entries.stream().filter(each -> each.enters(work)).findFirst().orElseThrow();
        Measurement measurement = Stopwatch.run(work, entry, 0);
        answers.writeObject(measurement.cost());
        answers.writeObject(measurement.verdict());
        answers.flush();
    }
}
