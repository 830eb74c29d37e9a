/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.matrix;

import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.hibernate.SessionFactory;

/**
 * A way by which a row reaches the database.
 *
 * @param name what it is called
 * @param settings how the session factory is set up for it
 * @param exists whether a key can be hit on that way at all
 * @param write writes the colliding row; throws
 */
record Path(
        String name, Settings settings, Predicate<Declaration> exists, BiConsumer<SessionFactory, Declaration> write) {

    /** How a session factory is set up. */
    enum Settings {
        PLAIN,
        BATCHED,
        REWRITTEN,
        PREPARED_ON_SERVER,
        GERMAN,
        UNDERSCORES
    }

    @Override
    public String toString() {
        return name + (settings == Settings.PLAIN ? "" : ", " + settings);
    }
}
