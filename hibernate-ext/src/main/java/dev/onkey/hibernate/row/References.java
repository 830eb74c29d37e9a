/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.row;

import java.util.Collection;
import java.util.Map;
import org.hibernate.Hibernate;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.BasicValuedModelPart;
import org.hibernate.metamodel.mapping.EmbeddableValuedModelPart;
import org.hibernate.metamodel.mapping.PluralAttributeMapping;
import org.hibernate.metamodel.mapping.internal.ToOneAttributeMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.proxy.HibernateProxy;
import org.jspecify.annotations.Nullable;

/** Refuses what an instance refers to and its row cannot carry, before it would be lost without a word. */
final class References {

    private References() {}

    static void check(EntityPersister persister, @Nullable Object[] state, SharedSessionContractImplementor session) {
        String name = SupportedMapping.name(persister);
        persister.forEachAttributeMapping(
                attribute -> check(name, attribute, state[attribute.getStateArrayPosition()], session));
    }

    /** Refuses an associated instance that has no row yet. */
    static void checkTransient(
            String path,
            ToOneAttributeMapping association,
            @Nullable Object value,
            SharedSessionContractImplementor session) {
        if (isTransient(association, value, session)) {
            throw new IllegalArgumentException(path + " refers to a transient "
                    + association.getEntityMappingType().getEntityName()
                    + ", which has no row to refer to: persist it first, or get or create it.");
        }
    }

    private static void check(
            String owner,
            AttributeMapping attribute,
            @Nullable Object value,
            SharedSessionContractImplementor session) {
        if (value == null || attribute instanceof BasicValuedModelPart) {
            return;
        }
        String path = owner + "." + attribute.getAttributeName();
        if (attribute instanceof PluralAttributeMapping && !isEmpty(value)
                || attribute instanceof ToOneAttributeMapping inverse && SupportedMapping.isInverse(inverse)) {
            throw new IllegalArgumentException(
                    path + " is not empty: only the entity's own row is written, and nothing is"
                            + " cascaded. Leave it empty, and add to it on the entity that is returned.");
        }
        if (attribute instanceof ToOneAttributeMapping association) {
            checkTransient(path, association, value, session);
        } else if (attribute instanceof EmbeddableValuedModelPart embedded) {
            embedded.getEmbeddableTypeDescriptor()
                    .forEachAttributeMapping(inner -> check(
                            path, inner, inner.getPropertyAccess().getGetter().get(value), session));
        }
    }

    private static boolean isEmpty(Object collection) {
        if (!Hibernate.isInitialized(collection)) {
            return true;
        }
        return collection instanceof Collection<?> elements && elements.isEmpty()
                || collection instanceof Map<?, ?> entries && entries.isEmpty();
    }

    private static boolean isTransient(
            ToOneAttributeMapping association, @Nullable Object value, SharedSessionContractImplementor session) {
        if (value == null
                || value instanceof HibernateProxy
                || session.getPersistenceContextInternal().isEntryFor(value)) {
            return false;
        }
        EntityPersister persister = association.getAssociatedEntityMappingType().getEntityPersister();
        return persister.getIdentifier(value, session) == null
                || Boolean.TRUE.equals(persister.isTransient(value, session));
    }
}
