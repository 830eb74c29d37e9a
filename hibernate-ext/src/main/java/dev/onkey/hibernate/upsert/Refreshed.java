/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import java.util.ArrayList;
import java.util.List;

/** The entities of a session that were brought up to date with rows that may still be taken back. */
final class Refreshed {

    private final List<Runnable> refreshes = new ArrayList<>();

    void add(Runnable refresh) {
        refreshes.add(refresh);
    }

    /** Brings them up to date once more, as their rows have been taken back. */
    void again(Throwable cause) {
        for (Runnable refresh : refreshes) {
            try {
                refresh.run();
            } catch (RuntimeException e) {
                cause.addSuppressed(e);
            }
        }
    }
}
