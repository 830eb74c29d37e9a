/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.tour;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares what the tour claims with what it finds; the first difference ends the tour. */
final class Claims {

    private int held;

    void check(String claim, @Nullable Object expected, @Nullable Object found) {
        if (!Objects.equals(expected, found)) {
            throw refuted(claim, expected, found);
        }
        held++;
    }

    /** What to throw where there is nothing to compare. */
    FalseClaimException refuted(String claim, @Nullable Object expected, @Nullable Object found) {
        return new FalseClaimException(claim, expected, found);
    }

    int held() {
        return held;
    }
}
