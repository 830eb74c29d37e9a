/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.mysql;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** Reads a log to its end, so that its writer never waits, and keeps the last lines. */
final class LogTail {
    private static final int LINES = 30;

    private final Deque<String> lines = new ArrayDeque<>();
    private final Thread reader;

    private LogTail(InputStream log) {
        reader = new Thread(() -> read(log), "onkey-mysqld-log");
        reader.setDaemon(true);
    }

    static LogTail of(InputStream log) {
        LogTail tail = new LogTail(log);
        tail.reader.start();
        return tail;
    }

    /** The last lines; waits a moment for a writer that just ended. */
    String text() throws InterruptedException {
        reader.join(1000);
        synchronized (lines) {
            return String.join(System.lineSeparator(), lines);
        }
    }

    private void read(InputStream log) {
        try (BufferedReader input = new BufferedReader(new InputStreamReader(log, StandardCharsets.UTF_8))) {
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                synchronized (lines) {
                    lines.addLast(line);
                    if (lines.size() > LINES) {
                        lines.removeFirst();
                    }
                }
            }
        } catch (IOException e) {
            // the writer is gone, and with it what it had to say
        }
    }
}
