/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.mysql;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a server that did not start had to say. */
record ServerLog(String lastLines) {
    private static final Pattern MISSING_LIBRARY =
            Pattern.compile("error while loading shared libraries: (?:[^:\\s]*/)?([^:\\s/]+):");

    /** Where Debian and its children keep them; others call the packages similarly. */
    private static final Map<String, String> PACKAGES = Map.of(
            "libnuma.so.1", "libnuma1",
            "libcrypt.so.1", "libcrypt1",
            "libstdc++.so.6", "libstdc++6");

    NoServerException failure(String what, @Nullable Throwable cause) {
        Matcher missing = MISSING_LIBRARY.matcher(lastLines);
        if (missing.find()) {
            String library = missing.group(1);
            String cure = PACKAGES.containsKey(library) ? ", package " + PACKAGES.get(library) : "";
            return new NoServerException(what + ": this machine lacks " + library + "; install it" + cure + ".", cause);
        }
        return new NoServerException(what + ". Its last words:" + System.lineSeparator() + lastLines, cause);
    }
}
