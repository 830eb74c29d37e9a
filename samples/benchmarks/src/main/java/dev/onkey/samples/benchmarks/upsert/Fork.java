/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM in which one contestant works; it ends when it is closed, or when nobody is there any more who could give it work. */
final class Fork implements AutoCloseable {

    private final Process process;
    private final ObjectOutputStream works;
    private final ObjectInputStream answers;

    private Fork(Process process) throws IOException {
        this.process = process;
        this.works = new ObjectOutputStream(process.getOutputStream());
        works.flush();
        this.answers = new ObjectInputStream(process.getInputStream());
    }

    /** Starts a JVM like this one. */
    static Fork start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        // the collection before each run would give memory back, and the run would pay for getting it again
        command.add("-XX:MaxHeapFreeRatio=100");
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), ForkedContestant.class.getName()));
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
        try {
            return new Fork(process);
        } catch (IOException e) {
            // it said something else first; nobody could close it later
            process.destroy();
            throw e;
        }
    }

    Measurement run(Work work, Entry entry, int round) throws IOException, ClassNotFoundException {
        works.writeObject(work);
        works.flush();
        Cost cost = (Cost) answers.readObject();
        return new Measurement(work, entry, round, cost, (Verdict) answers.readObject());
    }

    @Override
    public void close() throws IOException {
        works.close();
        process.onExit().join();
        answers.close();
    }
}
