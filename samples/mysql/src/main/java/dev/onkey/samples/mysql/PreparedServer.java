/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.mysql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * An unpacked server beside an initialised data folder. Preparing takes seconds, so it is done once per version and
 * kept; a start then only copies the data.
 *
 * @param home the folder of both; complete whenever it exists
 */
record PreparedServer(Path home) {
    /** Raise it when a prepared folder is to look different: older ones then no longer count. */
    private static final String FORM = "1";

    private static final long SECONDS_TO_INITIALISE = 120;

    static PreparedServer of(EmbeddedVersion version, Path cache) throws IOException, InterruptedException {
        Path home = cache.resolve("mysql-" + version.number() + "-" + FORM);
        if (!Files.isDirectory(home)) {
            prepare(version, home);
        }
        return new PreparedServer(home);
    }

    void copyDataTo(Path target) throws IOException {
        FolderTree.copy(data(), target);
    }

    List<String> command(Path data, Path temporary, int port, String pidFile) {
        return MysqldOptions.serve(home, data, temporary, port, pidFile);
    }

    Map<String, String> environment() {
        String own = home.resolve("lib/stand-in") + ":" + home.resolve("lib") + ":" + home.resolve("lib/private");
        String inherited = System.getenv("LD_LIBRARY_PATH");
        return Map.of(
                "LD_LIBRARY_PATH",
                inherited == null || inherited.isEmpty() ? own : own + ":" + inherited,
                // empty means off; if it were on, the loader would look for functions that the stand-in does not have
                "LD_BIND_NOW",
                "");
    }

    private Path data() {
        return home.resolve("data");
    }

    private static void prepare(EmbeddedVersion version, Path home) throws IOException, InterruptedException {
        Drafts drafts = new Drafts(home.getParent());
        Path draft = drafts.create();
        try {
            ServerArchive.unpack(version.archive(), draft);
            EmptyLibrary.write(draft.resolve("lib/stand-in/libaio.so.1"));
            new PreparedServer(draft).initialise();
            drafts.publish(draft, home);
            drafts.deleteAbandoned();
        } finally {
            FolderTree.delete(draft);
        }
    }

    private void initialise() throws IOException, InterruptedException {
        Path temporary = Files.createDirectory(home.resolve("tmp"));
        GuardedProcess process =
                GuardedProcess.start(MysqldOptions.initialise(home, data(), temporary), environment(), temporary);
        if (!process.succeedsWithin(SECONDS_TO_INITIALISE)) {
            throw new ServerLog(process.lastLines()).failure("The embedded MySQL could not be initialised", null);
        }
        // each copy makes its own: the file names one server in the world
        Files.delete(data().resolve("auto.cnf"));
    }
}
