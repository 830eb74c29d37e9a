/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.mysql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/** A mysqld of our own, on loopback, with data that nobody keeps. */
final class EmbeddedServer implements RunningServer {
    private static final String PID_FILE = "mysqld.pid";
    private static final int ATTEMPTS = 3;
    private static final Duration TIME_TO_START = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(10);

    private final int port;

    /** The server lives as long as this is referenced. */
    private final GuardedProcess process;

    private EmbeddedServer(int port, GuardedProcess process) {
        this.port = port;
        this.process = process;
    }

    static EmbeddedServer start(EmbeddedVersion version) {
        try {
            return start(PreparedServer.of(version, CacheFolder.find()), FreePort::find);
        } catch (IOException e) {
            throw new NoServerException(
                    "MySQL " + version.number() + " could not be unpacked to $XDG_CACHE_HOME/onkey or ~/.cache/onkey,"
                            + " or not be started in " + System.getProperty("java.io.tmpdir") + ": " + e,
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoServerException("The start of MySQL " + version.number() + " was interrupted.", e);
        }
    }

    static EmbeddedServer start(PreparedServer prepared, PortFinder ports) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            int port = ports.find();
            Path folder = Files.createTempDirectory("onkey-mysql-");
            Path data = folder.resolve("data");
            Path temporary = Files.createDirectory(folder.resolve("tmp"));
            prepared.copyDataTo(data);
            GuardedProcess process = GuardedProcess.start(
                    prepared.command(data, temporary, port, PID_FILE), prepared.environment(), folder);
            if (hasItsPort(process, data.resolve(PID_FILE))) {
                EmbeddedServer server = new EmbeddedServer(port, process);
                server.awaitAnswer();
                return server;
            }
            process.kill();
            boolean anotherProgramWasFaster = !FreePort.isFree(port);
            if (!anotherProgramWasFaster || attempt == ATTEMPTS) {
                throw new ServerLog(process.lastLines()).failure("The embedded MySQL did not start", null);
            }
        }
    }

    /** For tests; else the end of the JVM stops it. */
    void stop() throws IOException, InterruptedException {
        process.kill();
    }

    @Override
    public JdbcUrl url() {
        return new JdbcUrl("jdbc:mysql://127.0.0.1:" + port, "user=root&sslMode=DISABLED&allowPublicKeyRetrieval=true");
    }

    @Override
    public String kind() {
        return "embedded";
    }

    /** Not told by a connection, which another server might accept that took the port first. */
    private static boolean hasItsPort(GuardedProcess process, Path pidFile) throws InterruptedException {
        long deadline = System.nanoTime() + TIME_TO_START.toNanos();
        while (process.isAlive() && System.nanoTime() < deadline) {
            if (Files.exists(pidFile)) {
                return true;
            }
            Thread.sleep(POLL.toMillis());
        }
        return false;
    }

    /** A connection waits in the port's queue until the server is ready. */
    private void awaitAnswer() throws IOException, InterruptedException {
        try {
            DriverManager.getConnection(url().toDatabase("")).close();
        } catch (SQLException e) {
            process.kill();
            throw new ServerLog(process.lastLines()).failure("The embedded MySQL does not answer", e);
        }
    }

    interface PortFinder {
        int find() throws IOException;
    }
}
