/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.mysql;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** Whether it is worth asking for Docker: where it is missing, Testcontainers takes seconds and a page of log to say so. */
final class DockerSocket {
    private DockerSocket() {}

    /** Where nothing but Docker can help, it is always worth asking. */
    static boolean inSight() {
        return !Platform.current().runsEmbeddedServer()
                || System.getenv("DOCKER_HOST") != null
                || usualPlaces().anyMatch(Files::exists);
    }

    private static Stream<Path> usualPlaces() {
        String home = System.getProperty("user.home");
        String runtime = Objects.requireNonNullElse(System.getenv("XDG_RUNTIME_DIR"), "/run");
        return Stream.of(
                Path.of("/var/run/docker.sock"),
                Path.of(runtime, "docker.sock"),
                Path.of(home, ".docker/run/docker.sock"),
                Path.of(home, ".docker/desktop/docker.sock"));
    }
}
