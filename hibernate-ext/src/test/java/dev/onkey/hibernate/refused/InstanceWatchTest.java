/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.refused;

import static dev.onkey.hibernate.refused.Shelves.duplicate;
import static dev.onkey.hibernate.refused.Shelves.flushed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.FlushEventListener;
import org.junit.jupiter.api.Test;

/** Others that listen, as Hibernate Search does, go on to hear everything, whether they came before or after. */
class InstanceWatchTest {

    @Test
    void otherListenersAreStillCalled() {
        try (Shelves shelves = new Shelves()) {
            shelves.store();
            EventListenerRegistry registry =
                    shelves.factory.sessions().getServiceRegistry().requireService(EventListenerRegistry.class);
            AtomicInteger before = new AtomicInteger();
            AtomicInteger after = new AtomicInteger();
            FlushEventListener early = event -> before.incrementAndGet();
            FlushEventListener late = event -> after.incrementAndGet();
            registry.appendListeners(EventType.FLUSH, early);
            InstanceWatch.install(registry);
            registry.appendListeners(EventType.FLUSH, late);

            shelves.factory.sessions().inTransaction(session -> session.persist(new Label(10, null, "new")));
            assertThat(before).hasValue(1);
            assertThat(after).hasValue(1);

            Label refused = new Label(11, null, "stored");
            assertThat(duplicate(shelves.factory, flushed(refused)).entity()).isSameAs(refused);
        }
    }
}
