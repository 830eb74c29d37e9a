/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.mysql;

import org.jspecify.annotations.Nullable;

/** There is no server to be had; the message says why, and what to do. */
final class NoServerException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private static final String CURE =
            "start Docker, or pass the URL of a server: -Donkey.jdbc.url=jdbc:mysql://127.0.0.1:3306/?user=root";

    NoServerException(String fact) {
        this(fact, null);
    }

    NoServerException(String fact, @Nullable Throwable cause) {
        super(fact + System.lineSeparator() + "What to do: " + CURE, cause);
    }
}
