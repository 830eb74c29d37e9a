/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import org.jspecify.annotations.Nullable;

/** Rows cannot be written by way of a temporary table: they are written in the usual way. */
final class NotStagedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotStagedException(@Nullable Throwable cause) {
        super(null, cause, false, false);
    }
}
