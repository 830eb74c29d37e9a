/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.mysql;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The MySQL server of this JVM, for samples and tests. It is, in this order:
 *
 * <ol>
 *   <li>an <em>external</em> one, where the system property {@code onkey.jdbc.url} holds its {@code jdbc:mysql:} URL, with
 *       or without a database, or a {@code jdbc:mariadb:} one if its driver is there; user and password stand in the URL or in
 *       {@code onkey.jdbc.user} and {@code onkey.jdbc.password}. MariaDB serves as well;
 *   <li>the image {@code mysql:${onkey.mysql}} <em>in Docker</em>, where Docker answers;
 *   <li>an <em>embedded</em> one on Linux x86-64: {@code onkey.mysql} is {@code 8.0.31} (the default), {@code 8.0.15} or
 *       {@code 5.7.22}. It is unpacked once, into {@code $XDG_CACHE_HOME/onkey} or {@code ~/.cache/onkey}.
 * </ol>
 *
 * <p>A server that was started here ends with the JVM, however the JVM ends, and leaves no data behind.
 *
 * <p>Thread safe.
 */
public final class MySqlServer {
    private static final Pattern DATABASE_NAME = Pattern.compile("[A-Za-z0-9_]{1,64}");
    private static final Set<String> SYSTEM_DATABASES =
            Set.of("mysql", "sys", "information_schema", "performance_schema");

    private static @Nullable MySqlServer shared;
    private static @Nullable RuntimeException failure;

    private final RunningServer server;
    private final String version;

    private MySqlServer(RunningServer server) {
        this.server = server;
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select version()")) {
            row.next();
            this.version = row.getString(1);
        } catch (SQLException e) {
            throw new NoServerException(
                    "The MySQL server (" + server.kind() + ") does not answer: " + e.getMessage(), e);
        }
    }

    /**
     * The one server of this JVM, started by the first call; others wait for that.
     *
     * @throws IllegalStateException with what to do about it, where there is no server to be had; later calls fail at
     *     once with the same exception
     */
    public static synchronized MySqlServer shared() {
        if (failure != null) {
            throw failure;
        }
        if (shared == null) {
            try {
                shared = new MySqlServer(ServerChoice.fromSystemProperties().start());
            } catch (RuntimeException e) {
                failure = e;
                throw e;
            }
        }
        return shared;
    }

    /**
     * An empty database in {@code utf8mb4}. What a database of that name held before is lost, on an external server too.
     *
     * @param name ASCII letters, digits and underscores; not one of the server's own databases
     * @return a JDBC URL that needs no further user or password and has a query part, so that {@code "&key=value"} can be
     *     appended
     * @throws IllegalArgumentException on any other name
     * @throws IllegalStateException if the server refuses
     */
    public String freshDatabase(String name) {
        if (!DATABASE_NAME.matcher(name).matches() || SYSTEM_DATABASES.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("'" + name
                    + "' cannot be a fresh database: a name has 1 to 64 ASCII letters, digits and underscores,"
                    + " and is not one of the server's own " + SYSTEM_DATABASES);
        }
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("drop database if exists `" + name + "`");
            statement.executeUpdate("create database `" + name + "` character set utf8mb4");
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create database '" + name + "' on " + description(), e);
        }
        return server.url().toDatabase(name);
    }

    /** What this server is, for people: {@code MySQL 8.0.31, embedded}. */
    public String description() {
        return (version.contains("MariaDB") ? "MariaDB " : "MySQL ") + version + ", " + server.kind();
    }

    /** The version as the server reports it: {@code 8.0.31}, {@code 11.8.6-MariaDB}. */
    public String version() {
        return version;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(server.url().toDatabase(""));
    }
}
