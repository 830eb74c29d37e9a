/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.mysql;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A process that does not outlive this JVM, in whatever way the JVM ends, and whose folder goes with it.
 *
 * <p>Between the two stands a shell that reads from a pipe. Only this JVM holds the other end, so the kernel closes it
 * with the JVM, even after SIGKILL; then the shell kills the process. A shutdown hook could not do that. The pipe also
 * closes when this object is collected: keep it referenced.
 */
final class GuardedProcess {
    /**
     * Ctrl-C and a closing terminal reach the whole process group; the guard waits for what they do to the JVM. It writes
     * nothing itself, as a message to a JVM that is gone would end it by SIGPIPE before it has cleaned up. If the process
     * ends first, the reader goes too, and nothing is left of the guard.
     */
    private static final String GUARD = """
            trap '' HUP INT QUIT TERM
            folder=$1
            shift
            exec 3<&0 </dev/null
            "$@" 3<&- &
            process=$!
            exec >/dev/null 2>&1
            { while read -r line; do :; done; kill -KILL "$process"; } <&3 3<&- &
            reader=$!
            exec 3<&-
            wait "$process"
            status=$?
            kill -KILL "$reader"
            wait "$reader"
            rm -rf "$folder"
            exit "$status"
            """;

    private final Process shell;
    private final OutputStream lifeline;
    private final LogTail log;

    private GuardedProcess(Process shell) {
        this.shell = shell;
        this.lifeline = shell.getOutputStream();
        this.log = LogTail.of(shell.getInputStream());
    }

    /** @param folder is deleted after the process ended */
    static GuardedProcess start(List<String> command, Map<String, String> environment, Path folder) throws IOException {
        List<String> guarded = new ArrayList<>(List.of("/bin/sh", "-c", GUARD, "onkey-guard", folder.toString()));
        guarded.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(guarded).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new GuardedProcess(builder.start());
    }

    boolean isAlive() {
        return shell.isAlive();
    }

    /** Waits for the process to end by itself, and kills it when the time is over. */
    boolean succeedsWithin(long seconds) throws IOException, InterruptedException {
        boolean ended = shell.waitFor(seconds, TimeUnit.SECONDS);
        if (!ended) {
            kill();
        }
        return ended && shell.exitValue() == 0;
    }

    void kill() throws IOException, InterruptedException {
        lifeline.close();
        shell.waitFor(10, TimeUnit.SECONDS);
    }

    String lastLines() throws InterruptedException {
        return log.text();
    }
}
