/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.refused;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.proxy.HibernateProxy;
import org.hibernate.type.BasicType;
import org.hibernate.type.CompositeType;
import org.hibernate.type.EntityType;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/** Reads the attributes of a key from an instance. Reads no more than is in memory: the transaction has failed. */
final class KeyValues {

    /** A value and how it is mapped. */
    record Typed(Type type, @Nullable Object value) {

        /** As it is sent to the database; null where that is not one value, or not in memory. */
        @Nullable
        Object relational(SharedSessionContractImplementor session) {
            if (type instanceof BasicType<?> basic) {
                return basic.convertToRelationalValue(value);
            }
            if (!(type instanceof EntityType association) || !association.isReferenceToPrimaryKey()) {
                return null;
            }
            Type idType = session.getFactory()
                    .getMappingMetamodel()
                    .getEntityDescriptor(association.getAssociatedEntityName())
                    .getIdentifierType();
            return new Typed(idType, identifierInMemory(session)).relational(session);
        }

        private @Nullable Object identifierInMemory(SharedSessionContractImplementor session) {
            if (value instanceof HibernateProxy proxy) {
                return proxy.getHibernateLazyInitializer().getInternalIdentifier();
            }
            EntityEntry entry = value == null
                    ? null
                    : session.getPersistenceContextInternal().getEntry(value);
            return entry == null ? null : entry.getId();
        }
    }

    private final SharedSessionContractImplementor session;
    private final EntityPersister persister;
    private final Object entity;

    KeyValues(SharedSessionContractImplementor session, EntityPersister persister, Object entity) {
        this.session = session;
        this.persister = persister;
        this.entity = entity;
    }

    /** By path; empty if one of them is not in memory. */
    Map<String, Typed> of(List<String> paths) {
        Map<String, Typed> values = new LinkedHashMap<>();
        for (String path : paths) {
            String[] steps = path.split("\\.");
            Typed value = root(steps[0]);
            for (int i = 1; i < steps.length && value != null; i++) {
                value = inside(value, steps[i]);
            }
            if (value == null) {
                return Map.of();
            }
            values.put(path, value);
        }
        return Collections.unmodifiableMap(values);
    }

    /** Whether one of them differs from what the session has read or written before. */
    boolean changedSince(EntityEntry entry, List<String> paths) {
        if (entry.getLoadedState() == null) {
            return false;
        }
        return paths.stream().map(path -> path.split("\\.")[0]).distinct().anyMatch(name -> {
            int index = indexOf(persister.getPropertyNames(), name);
            Typed now = index < 0 ? null : root(name);
            if (now == null) {
                return false;
            }
            Object before = entry.getLoadedState()[index];
            return now.type.isEntityType() ? before != now.value : !now.type.isEqual(before, now.value);
        });
    }

    private @Nullable Typed root(String name) {
        Type idType = persister.getIdentifierType();
        if (name.equals(persister.getIdentifierPropertyName())) {
            return new Typed(idType, persister.getIdentifier(entity, session));
        }
        int index = indexOf(persister.getPropertyNames(), name);
        if (index >= 0) {
            return persister.getBytecodeEnhancementMetadata().isAttributeLoaded(entity, name)
                    ? new Typed(persister.getPropertyTypes()[index], persister.getValue(entity, index))
                    : null;
        }
        // the attributes of an @IdClass
        return inside(new Typed(idType, persister.getIdentifier(entity, session)), name);
    }

    private @Nullable Typed inside(Typed outer, String name) {
        if (!(outer.type instanceof CompositeType composite)) {
            return null;
        }
        int index = indexOf(composite.getPropertyNames(), name);
        if (index < 0) {
            return null;
        }
        Object value = outer.value == null ? null : composite.getPropertyValue(outer.value, index, session);
        return new Typed(composite.getSubtypes()[index], value);
    }

    private static int indexOf(String[] names, String name) {
        return Arrays.asList(names).indexOf(name);
    }
}
