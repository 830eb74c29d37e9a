/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.mysql;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A mysqld of our own, on loopback, with data that nobody keeps. */
final class EmbeddedServer implements RunningServer {
    private static final String PID_FILE = "mysqld.pid";
    private static final int ATTEMPTS = 5;
    private static final Duration TIME_TO_START = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(10);

    private final int port;

    /** Never read: the server lives as long as this is referenced. */
    @SuppressWarnings({"unused", "FieldCanBeLocal"})
    private final GuardedProcess process;

    private EmbeddedServer(int port, GuardedProcess process) {
        this.port = port;
        this.process = process;
    }

    static EmbeddedServer start(EmbeddedVersion version) {
        try {
            return start(version, PreparedServer.of(version));
        } catch (IOException e) {
            throw new NoServerException("MySQL " + version.number() + " could not be unpacked and started: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoServerException("The start of MySQL " + version.number() + " was interrupted.", e);
        }
    }

    @Override
    public JdbcUrl url() {
        return new JdbcUrl("jdbc:mysql://127.0.0.1:" + port, "user=root&sslMode=DISABLED&allowPublicKeyRetrieval=true");
    }

    @Override
    public String kind() {
        return "embedded";
    }

    private static EmbeddedServer start(EmbeddedVersion version, PreparedServer prepared)
            throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            Path folder = Files.createTempDirectory("onkey-mysql-");
            Path data = folder.resolve("data");
            Path temporary = Files.createDirectory(folder.resolve("tmp"));
            prepared.copyDataTo(data);
            GuardedProcess process = GuardedProcess.start(
                    prepared.command(data, temporary, port, PID_FILE), prepared.environment(), folder);
            if (hasItsPort(process, data.resolve(PID_FILE))) {
                return new EmbeddedServer(port, process);
            }
            process.kill();
            boolean anotherProgramWasFaster = !isFree(port);
            if (!anotherProgramWasFaster || attempt == ATTEMPTS) {
                throw new ServerLog(process.lastLines()).failure("MySQL " + version.number() + " did not start");
            }
        }
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

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
