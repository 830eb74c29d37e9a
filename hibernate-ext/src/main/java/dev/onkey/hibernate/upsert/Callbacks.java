/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.Outcome;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import org.hibernate.Hibernate;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.jpa.event.spi.CallbackRegistry;
import org.hibernate.jpa.event.spi.CallbackType;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/** The callbacks of an entity and its listeners. They get a copy of the candidate, as they do where an instance is merged. */
final class Callbacks {

    private final CallbackRegistry registry;
    private final EntityPersister persister;
    private final SharedSessionContractImplementor session;

    Callbacks(EntityPersister persister, SharedSessionContractImplementor session) {
        this.registry = session.getFactory().getEventEngine().getCallbackRegistry();
        this.persister = persister;
        this.session = session;
    }

    boolean beforeInsert() {
        return has(CallbackType.PRE_PERSIST);
    }

    boolean beforeUpdate() {
        return has(CallbackType.PRE_UPDATE);
    }

    /** Calls {@code @PrePersist} on a copy. */
    Object prePersist(Object candidate) {
        Object copy = copy(candidate);
        registry.preCreate(copy);
        return copy;
    }

    /** Calls {@code @PreUpdate} on a copy. */
    Object preUpdate(Object candidate) {
        Object copy = copy(candidate);
        registry.preUpdate(copy);
        return copy;
    }

    /** Calls {@code @PostPersist} or {@code @PostUpdate} on the stored entity, if it was inserted or updated. */
    void afterWrite(Object stored, Outcome outcome) {
        if (outcome == Outcome.CREATED) {
            registry.postCreate(Hibernate.unproxy(stored));
        } else if (outcome == Outcome.UPDATED) {
            registry.postUpdate(Hibernate.unproxy(stored));
        }
    }

    /** A new instance with the same state, which shares associated entities and documents of their own classes with the other. */
    Object copy(Object candidate) {
        Object id = persister.getIdentifier(candidate, session);
        Object copy = persister.instantiate(
                id == null ? null : persister.getIdentifierType().deepCopy(id, session.getFactory()), session);
        Object[] state = persister.getValues(candidate);
        for (int i = 0; i < state.length; i++) {
            Type type = persister.getPropertyTypes()[i];
            if (type.isComponentType() || isMutable(state[i])) {
                state[i] = type.deepCopy(state[i], session.getFactory());
            }
        }
        persister.setValues(copy, state);
        return copy;
    }

    /** Whether a callback could change a value in place; a document of a class of its own may not tell that its copy is equal. */
    private static boolean isMutable(@Nullable Object value) {
        return value instanceof Date
                || value instanceof Calendar
                || value instanceof Map
                || value instanceof Collection
                || value != null && value.getClass().isArray();
    }

    private boolean has(CallbackType type) {
        return registry.hasRegisteredCallbacks(persister.getMappedClass(), type);
    }
}
