/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.refused;

import dev.onkey.hibernate.DuplicateEntityException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import org.hibernate.event.spi.AutoFlushEvent;
import org.hibernate.event.spi.AutoFlushEventListener;
import org.hibernate.event.spi.EventSource;
import org.jspecify.annotations.Nullable;

/** Flushes before a query. */
final class WatchedAutoFlush implements AutoFlushEventListener {

    private static final long serialVersionUID = 1L;
    private static final @Nullable MethodHandle PRE_FLUSH = preFlush();

    private final transient AutoFlushEventListener[] listeners;

    WatchedAutoFlush(List<AutoFlushEventListener> listeners) {
        this.listeners = listeners.toArray(AutoFlushEventListener[]::new);
    }

    @Override
    public void onAutoFlush(AutoFlushEvent event) {
        try {
            for (AutoFlushEventListener each : listeners) {
                each.onAutoFlush(event);
            }
        } catch (DuplicateEntityException e) {
            throw RefusedInstance.named(e, event.getSession());
        }
    }

    /** A method of the interface in Hibernate 6.6; this is compiled against a later one, which has it elsewhere. */
    public void onAutoPreFlush(EventSource source) {
        if (PRE_FLUSH == null) {
            return;
        }
        try {
            for (AutoFlushEventListener each : listeners) {
                PRE_FLUSH.invokeExact(each, source);
            }
        } catch (DuplicateEntityException e) {
            throw RefusedInstance.named(e, source);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static @Nullable MethodHandle preFlush() {
        try {
            MethodType type = MethodType.methodType(void.class, EventSource.class);
            return MethodHandles.publicLookup().findVirtual(AutoFlushEventListener.class, "onAutoPreFlush", type);
        } catch (ReflectiveOperationException laterHibernate) {
            return null;
        }
    }
}
