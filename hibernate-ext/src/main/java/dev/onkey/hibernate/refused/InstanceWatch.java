/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.refused;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hibernate.event.service.spi.EventListenerGroup;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;

/**
 * Puts a watch around what writes the rows of a session. It does nothing until a duplicate passes: then the session still has
 * what was to be written, of which the place that converts the database's error knows nothing.
 */
public final class InstanceWatch {

    private InstanceWatch() {}

    /** Puts it around the listeners that a session factory has. */
    public static void install(EventListenerRegistry registry) {
        around(registry.getEventListenerGroup(EventType.PERSIST), WatchedPersist::new);
        around(registry.getEventListenerGroup(EventType.MERGE), WatchedMerge::new);
        around(registry.getEventListenerGroup(EventType.FLUSH), WatchedFlush::new);
        around(registry.getEventListenerGroup(EventType.AUTO_FLUSH), WatchedAutoFlush::new);
    }

    /** Around all at once, as a group takes no two listeners of one class. */
    private static <T> void around(EventListenerGroup<T> group, Function<List<T>, T> watch) {
        List<T> present = new ArrayList<>();
        group.fireEventOnEachListener(present, (each, found) -> found.add(each));
        group.clearListeners();
        group.appendListener(watch.apply(present));
    }
}
