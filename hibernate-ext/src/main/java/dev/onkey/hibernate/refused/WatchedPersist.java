/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.refused;

import dev.onkey.hibernate.DuplicateEntityException;
import java.util.List;
import org.hibernate.event.spi.PersistContext;
import org.hibernate.event.spi.PersistEvent;
import org.hibernate.event.spi.PersistEventListener;

/** Inserts that cannot wait for a flush, as the database makes the identifier. */
final class WatchedPersist implements PersistEventListener {

    private static final long serialVersionUID = 1L;

    private final transient PersistEventListener[] listeners;

    WatchedPersist(List<PersistEventListener> listeners) {
        this.listeners = listeners.toArray(PersistEventListener[]::new);
    }

    @Override
    public void onPersist(PersistEvent event) {
        try {
            for (PersistEventListener each : listeners) {
                each.onPersist(event);
            }
        } catch (DuplicateEntityException e) {
            throw RefusedInstance.named(e, event.getSession());
        }
    }

    @Override
    public void onPersist(PersistEvent event, PersistContext createdAlready) {
        try {
            for (PersistEventListener each : listeners) {
                each.onPersist(event, createdAlready);
            }
        } catch (DuplicateEntityException e) {
            throw RefusedInstance.named(e, event.getSession());
        }
    }
}
