/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.refused;

import dev.onkey.hibernate.DuplicateEntityException;
import java.util.List;
import org.hibernate.event.spi.MergeContext;
import org.hibernate.event.spi.MergeEvent;
import org.hibernate.event.spi.MergeEventListener;

/** Inserts that cannot wait for a flush, of what was detached or new. */
final class WatchedMerge implements MergeEventListener {

    private static final long serialVersionUID = 1L;

    private final transient MergeEventListener[] listeners;

    WatchedMerge(List<MergeEventListener> listeners) {
        this.listeners = listeners.toArray(MergeEventListener[]::new);
    }

    @Override
    public void onMerge(MergeEvent event) {
        try {
            for (MergeEventListener each : listeners) {
                each.onMerge(event);
            }
        } catch (DuplicateEntityException e) {
            throw RefusedInstance.named(e, event.getSession());
        }
    }

    @Override
    public void onMerge(MergeEvent event, MergeContext copiedAlready) {
        try {
            for (MergeEventListener each : listeners) {
                each.onMerge(event, copiedAlready);
            }
        } catch (DuplicateEntityException e) {
            throw RefusedInstance.named(e, event.getSession());
        }
    }
}
