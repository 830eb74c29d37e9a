/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.mysql;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether it is worth asking for Docker: where it is missing, Testcontainers takes seconds and a page of log to say so. */
final class DockerSocket {
    private DockerSocket() {}

    static boolean inSight() {
        if (!Platform.current().runsEmbeddedServer() || present(System.getenv("DOCKER_HOST"))) {
            return true;
        }
        String home = System.getProperty("user.home");
        String runtime = System.getenv("XDG_RUNTIME_DIR");
        return Stream.of(
                        Path.of("/var/run/docker.sock"),
                        Path.of(home, ".docker/run/docker.sock"),
                        Path.of(home, ".docker/desktop/docker.sock"),
                        Path.of(present(runtime) ? runtime : "/run/user", "docker.sock"))
                .anyMatch(Files::exists);
    }

    private static boolean present(@Nullable String value) {
        return value != null && !value.isBlank();
    }
}
