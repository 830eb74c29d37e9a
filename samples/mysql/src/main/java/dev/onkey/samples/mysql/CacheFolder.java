/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.mysql;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where unpacked servers are kept between runs. */
final class CacheFolder {
    private CacheFolder() {}

    static Path find() {
        return find(System.getenv("XDG_CACHE_HOME"), System.getProperty("user.home"));
    }

    /** A relative path counts as absent: the XDG specification says so, and "?" is Java's home of a user without one. */
    static Path find(@Nullable String cacheHome, String userHome) {
        if (cacheHome != null && Path.of(cacheHome).isAbsolute()) {
            return Path.of(cacheHome, "onkey");
        }
        if (Path.of(userHome).isAbsolute()) {
            return Path.of(userHome, ".cache", "onkey");
        }
        throw new NoServerException("MySQL cannot be unpacked, as this user has no home folder: set XDG_CACHE_HOME to a"
                + " folder of this user's.");
    }
}
