/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.mysql;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** mysqld's command lines. {@code --loose-} marks what only some of the versions know. */
final class MysqldOptions {
    /** What callers may rely on, wherever the server runs. */
    static final List<String> COMMON = List.of(
            "--character-set-server=utf8mb4",
            "--default-time-zone=+00:00",
            "--local-infile=ON",
            "--max-connections=400");

    /** Data that nobody keeps needs no protection against power cuts. */
    private static final List<String> SMALL_AND_FAST = List.of(
            "--innodb-buffer-pool-size=128M",
            "--innodb-flush-log-at-trx-commit=0",
            "--skip-innodb-doublewrite",
            "--loose-innodb-log-file-size=32M",
            "--loose-innodb-redo-log-capacity=64M",
            "--performance-schema=OFF",
            "--loose-mysqlx=OFF",
            "--skip-log-bin");

    private MysqldOptions() {}

    static List<String> initialise(Path home, Path data, Path temporary) {
        return command(home, data, temporary, Stream.of("--initialize-insecure"));
    }

    /** @param pidFile a name in the data folder; the file appears there once the server has its port */
    static List<String> serve(Path home, Path data, Path temporary, int port, String pidFile) {
        Stream<String> own = Stream.of(
                "--bind-address=127.0.0.1",
                "--port=" + port,
                // relative to the data folder: a socket's path has to be shorter than 108 characters
                "--socket=mysqld.sock",
                "--pid-file=" + pidFile);
        return command(home, data, temporary, Stream.concat(own, COMMON.stream()));
    }

    private static List<String> command(Path home, Path data, Path temporary, Stream<String> more) {
        Stream<String> places = Stream.of(
                home.resolve("bin/mysqld").toString(),
                "--no-defaults",
                // mysqld refuses to run as root unless told so; an ordinary user's mysqld ignores it
                "--user=root",
                "--basedir=" + home,
                "--datadir=" + data,
                "--tmpdir=" + temporary,
                "--lc-messages-dir=" + home.resolve("share"),
                "--character-sets-dir=" + home.resolve("share/charsets"),
                "--innodb-use-native-aio=0",
                // 5.7 alone would add notes, which bury the error
                "--log-error-verbosity=2");
        return Stream.of(places, SMALL_AND_FAST.stream(), more)
                .flatMap(part -> part)
                .toList();
    }
}
