/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.tour;

import org.jspecify.annotations.Nullable;

/** Something differs from what the tour claims. */
final class FalseClaimException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FalseClaimException(String claim, @Nullable Object expected, @Nullable Object found) {
        super("NOT TRUE: " + claim + "%n   expected: %s%n   found:    %s".formatted(expected, found));
    }
}
