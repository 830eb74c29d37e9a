/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.mysql;

import org.jspecify.annotations.Nullable;

/** Which server is wanted, by system properties; a blank one counts as absent. */
record ServerChoice(
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        String mysql) {
    static ServerChoice fromSystemProperties() {
        String mysql = property("onkey.mysql");
        return new ServerChoice(
                property("onkey.jdbc.url"),
                property("onkey.jdbc.user"),
                property("onkey.jdbc.password"),
                mysql == null ? EmbeddedVersion.DEFAULT.number() : mysql);
    }

    RunningServer start() {
        if (url != null) {
            return new ExternalServer(
                    JdbcUrl.parse(url).withDefault("user", user).withDefault("password", password));
        }
        if (DockerSocket.inSight() && DockerServer.dockerAnswers()) {
            return DockerServer.start(mysql);
        }
        Platform.current().requireEmbeddedServer();
        return EmbeddedServer.start(EmbeddedVersion.of(mysql));
    }

    private static @Nullable String property(String key) {
        String value = System.getProperty(key);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
