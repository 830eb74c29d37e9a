/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.generator.BeforeExecutionGenerator;
import org.hibernate.generator.EventType;
import org.hibernate.generator.Generator;
import org.hibernate.metamodel.mapping.BasicEntityIdentifierMapping;
import org.hibernate.metamodel.mapping.EntityIdentifierMapping;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.metamodel.mapping.NonAggregatedIdentifierMapping;
import org.hibernate.metamodel.mapping.internal.ToOneAttributeMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** Where the identifiers of an entity come from, and what they are in the row. */
public final class Identifiers {

    private final EntityPersister persister;
    private final EntityIdentifierMapping mapping;
    private final @Nullable BeforeExecutionGenerator generator;
    private final @Nullable String derivedFrom;
    private final List<JdbcMapping> types = new ArrayList<>();

    Identifiers(EntityPersister persister) {
        this.persister = persister;
        this.mapping = persister.getIdentifierMapping();
        Generator declared = persister.getGenerator();
        // Hibernate 6.6 calls an assigned identifier a generated one
        this.generator = declared instanceof BeforeExecutionGenerator before && !isAssigned(declared) ? before : null;
        this.derivedFrom = generator != null && basic() ? derivedFrom(generator) : null;
        mapping.forEachSelectable((index, column) -> types.add(column.getJdbcMapping()));
    }

    /** Whether Hibernate or the server makes them, so that a new instance has none. */
    public boolean generated() {
        return persister.isIdentifierAssignedByInsert() || generator != null && basic() && derivedFrom == null;
    }

    /** The attributes that make them up: one whose identifier is another entity's stands for that. */
    List<String> paths() {
        if (mapping instanceof NonAggregatedIdentifierMapping several) {
            List<String> paths = new ArrayList<>();
            several.getVirtualIdEmbeddable().forEachAttributeMapping(each -> paths.add(each.getAttributeName()));
            return paths;
        }
        return List.of(derivedFrom == null ? mapping.getAttributeName() : derivedFrom);
    }

    /** Whether they have one column, and not several. */
    public boolean basic() {
        return mapping instanceof BasicEntityIdentifierMapping;
    }

    /** Whether making one writes to the instance that it is for. */
    boolean generatorWrites() {
        return generator != null && !basic();
    }

    /** The identifier that an instance carries, or null if it has none: a primitive one has its initial value then. */
    public @Nullable Object of(Object entity, SharedSessionContractImplementor session) {
        Object identifier = persister.getIdentifier(entity, session);
        boolean unsaved =
                generated() && Boolean.TRUE.equals(mapping.getUnsavedStrategy().isUnsaved(identifier));
        return unsaved ? null : identifier;
    }

    /** The identifier of a new row of an instance, or null if the server is to make it or nobody has. */
    public @Nullable Object forInsert(Object entity, SharedSessionContractImplementor session) {
        if (persister.isIdentifierAssignedByInsert()) {
            return null;
        }
        return generator == null
                ? of(entity, session)
                : generator.generate(session, entity, of(entity, session), EventType.INSERT);
    }

    /** The identifier as the entity has it, from the number that the server made. */
    public Object fromServer(long number, SharedSessionContractImplementor session) {
        return ((BasicEntityIdentifierMapping) mapping).getJavaType().wrap(number, session);
    }

    /** The identifier as the entity has it, from the value of its only column. */
    public @Nullable Object fromColumn(@Nullable Object value) {
        return types.get(0).convertToDomainValue(value);
    }

    /** What tells a row from all others. */
    public Object rowOf(Object identifier) {
        // one that is assigned may be stored with other zeros and blanks
        return !generated() && ExactValue.isOf(identifier.getClass())
                ? RowKey.of(List.of(identifier)).folded()
                : identifier;
    }

    /** The same, from the values of the identifier's columns. */
    public Object rowOf(List<@Nullable Object> columns) {
        // several are folded: to take two rows for one costs a pass, to take one for two costs the order
        return basic()
                ? rowOf(Objects.requireNonNull(fromColumn(columns.get(0))))
                : RowKey.of(columns).folded();
    }

    List<JdbcMapping> types() {
        return types;
    }

    private static boolean isAssigned(Generator generator) {
        return generator.getClass().getSimpleName().equals("Assigned");
    }

    /** The attribute that refers to the entity whose identifier this is, by the identifier's own column. */
    private @Nullable String derivedFrom(BeforeExecutionGenerator generator) {
        // Hibernate 6.6 has a class for it, later ones have a nameless one
        if (!generator.allowAssignedIdentifiers()
                && !generator.getClass().getSimpleName().equals("ForeignGenerator")) {
            return null;
        }
        String column = ((BasicEntityIdentifierMapping) mapping).getSelectionExpression();
        List<String> references = new ArrayList<>();
        persister.forEachAttributeMapping(attribute -> {
            if (attribute instanceof ToOneAttributeMapping association && !SupportedMapping.isInverse(association)) {
                association.forEachSelectable((index, reference) -> {
                    if (reference.getSelectionExpression().equals(column)) {
                        references.add(association.getAttributeName());
                    }
                });
            }
        });
        return references.isEmpty() ? null : references.get(0);
    }
}
