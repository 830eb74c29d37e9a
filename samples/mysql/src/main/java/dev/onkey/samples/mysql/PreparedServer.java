/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.mysql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/**
 * An unpacked server beside an initialised data folder. Preparing takes seconds, so it is done once per version and
 * kept; a start then only copies the data.
 *
 * @param home the folder of both; complete whenever it exists, as it is renamed into place when done
 */
record PreparedServer(Path home) {
    /** Raise it when a prepared folder is to look different: older ones then no longer count. */
    private static final String FORM = "1";

    private static final long SECONDS_TO_INITIALISE = 120;

    static PreparedServer of(EmbeddedVersion version) throws IOException, InterruptedException {
        Path home = CacheFolder.find().resolve("mysql-" + version.number() + "-" + FORM);
        if (!Files.isDirectory(home)) {
            prepare(version, home);
        }
        return new PreparedServer(home);
    }

    List<String> command(Path data, Path temporary, int port, String pidFile) {
        return MysqldOptions.serve(home, data, temporary, port, pidFile);
    }

    void copyDataTo(Path target) throws IOException {
        FolderTree.copy(data(), target);
    }

    Map<String, String> environment() {
        String libraries = home.resolve("lib/stand-in") + ":" + home.resolve("lib") + ":" + home.resolve("lib/private");
        // an empty value is as good as none; with LD_BIND_NOW the loader would look for functions that nobody calls
        return Map.of("LD_LIBRARY_PATH", libraries, "LD_BIND_NOW", "");
    }

    private Path data() {
        return home.resolve("data");
    }

    private static void prepare(EmbeddedVersion version, Path home) throws IOException, InterruptedException {
        Path cache = home.getParent();
        Files.createDirectories(cache);
        Path draft = Files.createTempDirectory(cache, "draft-");
        try {
            ServerArchive.unpack(version.archive(), draft);
            EmptyLibrary.write(draft.resolve("lib/stand-in/libaio.so.1"));
            new PreparedServer(draft).initialise(version);
            publish(draft, home);
        } finally {
            FolderTree.delete(draft);
        }
    }

    private void initialise(EmbeddedVersion version) throws IOException, InterruptedException {
        Path temporary = Files.createDirectory(home.resolve("tmp"));
        GuardedProcess process =
                GuardedProcess.start(MysqldOptions.initialise(home, data(), temporary), environment(), temporary);
        if (!process.succeedsWithin(SECONDS_TO_INITIALISE)) {
            throw new ServerLog(process.lastLines()).failure("MySQL " + version.number() + " could not be initialised");
        }
        // each copy makes its own: the file names one server in the world
        Files.delete(data().resolve("auto.cnf"));
    }

    private static void publish(Path draft, Path home) throws IOException {
        try {
            Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            boolean anotherJvmWasFaster = Files.isDirectory(home);
            if (!anotherJvmWasFaster) {
                throw e;
            }
        }
    }
}
