/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.refused;

import dev.onkey.hibernate.DuplicateEntityException;
import java.util.List;
import org.hibernate.event.spi.FlushEvent;
import org.hibernate.event.spi.FlushEventListener;

/** Flushes, the one at commit included. */
final class WatchedFlush implements FlushEventListener {

    private static final long serialVersionUID = 1L;

    private final transient FlushEventListener[] listeners;

    WatchedFlush(List<FlushEventListener> listeners) {
        this.listeners = listeners.toArray(FlushEventListener[]::new);
    }

    @Override
    public void onFlush(FlushEvent event) {
        try {
            for (FlushEventListener each : listeners) {
                each.onFlush(event);
            }
        } catch (DuplicateEntityException e) {
            throw RefusedInstance.named(e, event.getSession());
        }
    }
}
