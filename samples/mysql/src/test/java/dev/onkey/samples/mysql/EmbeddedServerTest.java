/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {
    @BeforeAll
    static void onlyWhereTheServerIsEmbedded() {
        String server = MySqlServer.shared().description();
        assumeTrue(server.endsWith(", embedded"), server + ": somebody else starts and stops it");
    }

    @Test
    void hasTheChosenVersion() {
        assertThat(MySqlServer.shared().version())
                .isEqualTo(ServerChoice.fromSystemProperties().mysql());
    }

    @Test
    void isStartedOnce() throws Exception {
        callTwiceAtOnce(MySqlServer::shared);

        assertThat(ServerOfAnotherJvm.mysqldsOfThisJvm()).hasSize(1);
    }

    @Test
    void endsWithItsJvm() throws IOException, InterruptedException {
        ServerOfAnotherJvm server = ServerOfAnotherJvm.start();
        assertRuns(server);

        server.jvm().getOutputStream().close();

        assertThat(server.jvm().waitFor()).isZero();
        assertIsGone(server);
    }

    @Test
    void endsWithItsJvmThatWasKilled() throws IOException, InterruptedException {
        ServerOfAnotherJvm server = ServerOfAnotherJvm.start();
        assertRuns(server);

        server.jvm().destroyForcibly();

        assertIsGone(server);
    }

    @Test
    void isPreparedOnceWhenTwoNeedItAtOnce(@TempDir Path cache) throws Exception {
        EmbeddedVersion version =
                EmbeddedVersion.of(ServerChoice.fromSystemProperties().mysql());

        List<PreparedServer> both = callTwiceAtOnce(() -> PreparedServer.of(version, cache));

        assertThat(both.get(0)).isEqualTo(both.get(1));
        try (Stream<Path> kept = Files.list(cache)) {
            assertThat(kept).containsExactly(both.get(0).home());
        }
    }

    @Test
    void takesAnotherPortWhenSomebodyElseHasThatOne() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Iterator<Integer> ports =
                    List.of(taken.getLocalPort(), FreePort.find()).iterator();

            EmbeddedServer server = EmbeddedServer.start(prepared(), ports::next);

            assertThat(server.url().server()).doesNotEndWith(":" + taken.getLocalPort());
            assertThat(ports).isExhausted();
            server.stop();
        }
    }

    @Test
    void aServerThatCannotStartIsShownWithItsLastWords() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> EmbeddedServer.start(prepared(), taken::getLocalPort))
                    .isInstanceOf(NoServerException.class)
                    .hasMessageStartingWith("The embedded MySQL did not start")
                    .hasMessageContaining("Do you already have another mysqld server running on port")
                    .hasMessageContaining("start Docker, or pass the URL of a server");
        }
    }

    private static PreparedServer prepared() throws Exception {
        return PreparedServer.of(
                EmbeddedVersion.of(ServerChoice.fromSystemProperties().mysql()), CacheFolder.find());
    }

    private static void assertRuns(ServerOfAnotherJvm server) {
        assertThat(server.mysqld().isAlive()).isTrue();
        assertThat(server.folder()).isDirectory();
    }

    private static void assertIsGone(ServerOfAnotherJvm server) throws InterruptedException {
        try {
            Await.until("mysqld is gone", () -> !server.mysqld().isAlive());
            Await.until("its data is gone", () -> Files.notExists(server.folder()));
        } finally {
            server.mysqld().destroyForcibly();
        }
    }

    private static <T> List<T> callTwiceAtOnce(Callable<T> call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<T>> results = threads.invokeAll(List.of(call, call));
            return List.of(results.get(0).get(), results.get(1).get());
        } finally {
            threads.shutdown();
        }
    }
}
