/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.mysql;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** A server as MySQL packs it. */
final class ServerArchive {
    /** Links are left out: some point into the machine that packed the archive. */
    private static final Pattern NEEDED =
            Pattern.compile("bin/mysqld|lib/(private/)?[^/]+\\.so[^/]*|share/(english|charsets)/[^/]+");

    private ServerArchive() {}

    /** Writes what mysqld needs. */
    static void unpack(URL archive, Path folder) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new GzipCompressorInputStream(new BufferedInputStream(archive.openStream())))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                String name = entry.getName().replaceFirst("^\\./", "");
                if (entry.isFile()
                        && !entry.isSymbolicLink()
                        && NEEDED.matcher(name).matches()) {
                    Path file = folder.resolve(name);
                    Files.createDirectories(file.getParent());
                    Files.copy(tar, file);
                }
            }
        }
        Files.setPosixFilePermissions(folder.resolve("bin/mysqld"), PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
