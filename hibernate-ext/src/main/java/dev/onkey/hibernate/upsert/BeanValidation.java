/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.event.service.spi.EventListenerGroup;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PreInsertEvent;
import org.hibernate.event.spi.PreUpdateEvent;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * Has an instance validated as a flush would have it, by the listeners that Hibernate registers where Bean Validation is present.
 * Other listeners of a flush are not called, as there is none.
 */
final class BeanValidation {

    private static final String LISTENER = "BeanValidationEventListener";
    // Hibernate 7 has changed the type of the last parameter
    private static final Constructor<?> PRE_INSERT = PreInsertEvent.class.getConstructors()[0];
    private static final Constructor<?> PRE_UPDATE = PreUpdateEvent.class.getConstructors()[0];

    private final EntityPersister persister;
    private final SharedSessionContractImplementor session;

    BeanValidation(EntityPersister persister, SharedSessionContractImplementor session) {
        this.persister = persister;
        this.session = session;
    }

    /** Validates an instance that is to be inserted. */
    void beforeInsert(Object entity, @Nullable Object id) {
        listeners(EventType.PRE_INSERT)
                .fireLazyEventOnEachListener(
                        () -> (PreInsertEvent) event(PRE_INSERT, entity, id, persister.getValues(entity), persister),
                        (listener, event) -> {
                            if (validates(listener)) {
                                listener.onPreInsert(event);
                            }
                        });
    }

    /** Validates an instance that may update a row. */
    void beforeUpdate(Object entity, @Nullable Object id) {
        listeners(EventType.PRE_UPDATE)
                .fireLazyEventOnEachListener(
                        () -> (PreUpdateEvent)
                                event(PRE_UPDATE, entity, id, persister.getValues(entity), null, persister),
                        (listener, event) -> {
                            if (validates(listener)) {
                                listener.onPreUpdate(event);
                            }
                        });
    }

    private <L> EventListenerGroup<L> listeners(EventType<L> type) {
        return session.getFactory().getEventEngine().getListenerRegistry().getEventListenerGroup(type);
    }

    private static boolean validates(Object listener) {
        return listener.getClass().getSimpleName().equals(LISTENER);
    }

    private Object event(Constructor<?> constructor, @Nullable Object... arguments) {
        @Nullable Object[] all = Arrays.copyOf(arguments, arguments.length + 1);
        Class<?> source = constructor.getParameterTypes()[arguments.length];
        all[arguments.length] = source.isInstance(session) ? session : null;
        try {
            return constructor.newInstance(all);
        } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
            throw new LinkageError("This version of Hibernate has another " + constructor, e);
        }
    }
}
