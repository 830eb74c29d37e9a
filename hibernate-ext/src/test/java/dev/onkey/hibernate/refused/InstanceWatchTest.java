/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.refused;

import static dev.onkey.hibernate.refused.Shelves.duplicate;
import static dev.onkey.hibernate.refused.Shelves.flushed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onkey.hibernate.TestFactory;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Transient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.FlushEventListener;
import org.junit.jupiter.api.Test;

/** Who else listens goes on to hear everything: other listeners, as those of Hibernate Search, and entities. */
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

    @Test
    void callbacksOfEntitiesAreStillCalled() {
        try (TestFactory factory = TestFactory.of("dup_callbacks", Heard.class).build()) {
            Heard persisted = new Heard(1);
            factory.sessions().inTransaction(session -> {
                session.persist(persisted);
                assertThat(persisted.heard).containsExactly("persist");
                session.flush();
                persisted.text = "changed";
            });
            assertThat(persisted.heard).containsExactly("persist", "update");
            Heard merged = factory.sessions().fromTransaction(session -> session.merge(new Heard(2)));
            assertThat(merged.heard).containsExactly("persist");
        }
    }

    @Entity(name = "Heard")
    static class Heard {
        @Id
        int id;

        String text;

        @Transient
        List<String> heard = new ArrayList<>();

        Heard() {}

        Heard(int id) {
            this.id = id;
        }

        @PrePersist
        void beforePersist() {
            heard.add("persist");
        }

        @PreUpdate
        void beforeUpdate() {
            heard.add("update");
        }
    }
}
