/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.row;

import dev.onkey.hibernate.row.Column.Kind;
import dev.onkey.hibernate.row.Column.Role;
import dev.onkey.hibernate.row.RowPart.Typed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hibernate.generator.EventType;
import org.hibernate.generator.Generator;
import org.hibernate.generator.OnExecutionGenerator;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.EmbeddableValuedModelPart;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.metamodel.mapping.ModelPartContainer;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.hibernate.metamodel.mapping.ValuedModelPart;
import org.hibernate.metamodel.mapping.internal.ToOneAttributeMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.jspecify.annotations.Nullable;

/** Reads which columns an insert of an entity writes, and what an upsert does with each of them. */
final class RowReader {

    private final EntityPersister persister;
    private final Set<String> keyColumns = new HashSet<>();
    private final Set<String> taken = new HashSet<>();
    private final List<RowPart> parts = new ArrayList<>();

    private RowReader(EntityPersister persister, List<String> naturalKey) {
        this.persister = persister;
        for (String path : naturalKey) {
            part(persister, path).forEachSelectable((index, column) -> keyColumns.add(column.getSelectionExpression()));
        }
    }

    static List<RowPart> read(EntityPersister persister, List<String> naturalKey) {
        RowReader reader = new RowReader(persister, naturalKey);
        reader.identifier();
        persister.forEachAttributeMapping(reader::attribute);
        reader.constants();
        return List.copyOf(reader.parts);
    }

    /** What a path leads to. */
    static ModelPart part(EntityPersister persister, String path) {
        return Objects.requireNonNull(find(persister, path), path);
    }

    /** What a path leads to; null if it leads nowhere. */
    static @Nullable ModelPart find(EntityPersister persister, String path) {
        ModelPart part = persister;
        for (String name : path.split("\\.")) {
            part = part instanceof ModelPartContainer container ? container.findSubPart(name, null) : null;
        }
        return part;
    }

    private void identifier() {
        if (persister.isIdentifierAssignedByInsert()) {
            persister
                    .getIdentifierMapping()
                    .forEachSelectable((index, column) -> taken.add(column.getSelectionExpression()));
            return;
        }
        List<Typed> columns = new ArrayList<>();
        String name = persister.getIdentifierMapping().getAttributeName();
        identifier(columns, persister.getIdentifierMapping(), name == null ? "" : name);
        parts.add(new IdentifierPart(persister.getIdentifierMapping(), columns));
    }

    /** The columns of an identifier; one of several attributes has no path of its own. */
    private void identifier(List<Typed> columns, ValuedModelPart part, String path) {
        if (part instanceof EmbeddableValuedModelPart embedded) {
            embedded.getEmbeddableTypeDescriptor()
                    .forEachAttributeMapping(inner -> identifier(
                            columns,
                            (ValuedModelPart) inner,
                            path.isEmpty() ? inner.getAttributeName() : path + "." + inner.getAttributeName()));
        } else {
            part.forEachSelectable((index, column) -> add(columns, column, path, Role.INSERT_ONLY, false));
        }
    }

    private void attribute(AttributeMapping attribute) {
        if (!attribute.isPluralAttributeMapping()
                && !(attribute instanceof ToOneAttributeMapping toOne && SupportedMapping.isInverse(toOne))
                && attribute.getAttributeMetadata().isInsertable()) {
            List<Typed> columns = new ArrayList<>();
            Generator generator = attribute.getGenerator();
            if (generator instanceof OnExecutionGenerator onExecution && generator.generatesOnInsert()) {
                generated(columns, attribute, onExecution);
            } else {
                written(columns, attribute, attribute.getAttributeName(), role(attribute));
            }
            if (!columns.isEmpty()) {
                parts.add(new AttributePart(attribute, isVersion(attribute), columns));
            }
        }
    }

    /** The columns of an attribute, each under the path of the innermost attribute that it belongs to. */
    private void written(List<Typed> columns, ValuedModelPart part, String path, Role role) {
        if (part instanceof EmbeddableValuedModelPart embedded
                && embedded.getEmbeddableTypeDescriptor().getAggregateMapping() == null) {
            embedded.getEmbeddableTypeDescriptor().forEachAttributeMapping(inner -> {
                if (!inner.isPluralAttributeMapping()) {
                    Role innerRole = role == Role.VALUE ? stamped(inner) : role;
                    written(columns, inner, path + "." + inner.getAttributeName(), innerRole);
                }
            });
        } else {
            part.forEachInsertable((index, column) -> {
                if (!taken.contains(column.getSelectionExpression())) {
                    boolean kept = role == Role.VALUE && !column.isUpdateable();
                    add(columns, column, path, kept ? Role.INSERT_ONLY : role, isPrimitive(part));
                }
            });
        }
    }

    /** A column that the database makes; written only if it is the statement that tells how. */
    private void generated(List<Typed> columns, AttributeMapping attribute, OnExecutionGenerator generator) {
        var dialect = persister.getFactory().getJdbcServices().getDialect();
        if (!generator.referenceColumnsInSql(dialect)) {
            return;
        }
        if (generator.writePropertyValue()) {
            written(columns, attribute, attribute.getAttributeName(), role(attribute));
            return;
        }
        String[] expressions = generator.getReferencedColumnValues(dialect);
        attribute.forEachInsertable((index, column) -> columns.add(new Typed(
                new Column(
                        column.getSelectionExpression(),
                        attribute.getAttributeName(),
                        expressions[index],
                        false,
                        kind(column.getJdbcMapping()),
                        role(attribute)),
                null,
                false)));
    }

    private void constants() {
        if (persister.getDiscriminatorMapping() != null) {
            SupportedMapping.checkDiscriminator(persister, taken);
            parts.add(ConstantPart.discriminator(persister.getDiscriminatorMapping(), persister));
        }
        if (persister.getSoftDeleteMapping() != null) {
            parts.add(ConstantPart.softDeletion(persister.getSoftDeleteMapping()));
        }
    }

    private void add(List<Typed> columns, SelectableMapping column, String path, Role role, boolean primitive) {
        String name = column.getSelectionExpression();
        String expression = column.getWriteExpression();
        taken.add(name);
        columns.add(new Typed(
                new Column(
                        name,
                        path,
                        expression == null ? "?" : expression,
                        expression == null || expression.contains("?"),
                        kind(column.getJdbcMapping()),
                        keyColumns.contains(name) ? Role.KEY : role),
                column.getJdbcMapping(),
                primitive));
    }

    private static boolean isPrimitive(ValuedModelPart part) {
        return part instanceof AttributeMapping attribute
                && attribute
                        .getPropertyAccess()
                        .getGetter()
                        .getReturnTypeClass()
                        .isPrimitive();
    }

    private Role role(AttributeMapping attribute) {
        boolean updatable =
                persister.isMutable() && attribute.getAttributeMetadata().isUpdatable();
        if (isVersion(attribute)) {
            return ((SelectableMapping) attribute)
                            .getJdbcMapping()
                            .getJdbcType()
                            .isInteger()
                    ? Role.VERSION
                    : Role.TOUCH;
        }
        Generator generator = attribute.getGenerator();
        if (generator != null && generator.generatesSometimes() && !attribute.isEmbeddedAttributeMapping()) {
            if (Generators.isTenantId(generator)) {
                return Role.GUARD;
            }
            return updatable && generator.generatesOnUpdate() ? Role.TOUCH : Role.INSERT_ONLY;
        }
        return updatable ? Role.VALUE : Role.INSERT_ONLY;
    }

    private static Role stamped(AttributeMapping embedded) {
        Set<EventType> events = EmbeddedGeneration.eventsOf(embedded);
        if (events.isEmpty()) {
            return Role.VALUE;
        }
        return events.contains(EventType.UPDATE) ? Role.TOUCH : Role.INSERT_ONLY;
    }

    private boolean isVersion(AttributeMapping attribute) {
        return persister.isVersioned()
                && persister.getVersionMapping().getVersionAttribute().equals(attribute);
    }

    private static Kind kind(JdbcMapping mapping) {
        JdbcType type = mapping.getJdbcType();
        if (type.isLob() || type.isArray() || type.isInterval() || isDocument(type)) {
            return type.isStringLike() ? Kind.TEXT : Kind.UNORDERED;
        }
        if (type.isStringLike()) {
            return Kind.TEXT;
        }
        if (type.hasTimePart() && !type.hasDatePart()) {
            return Kind.TIME_OF_DAY;
        }
        boolean number =
                Number.class.isAssignableFrom(mapping.getMappedJavaType().getJavaTypeClass());
        return type.isNumber() && number ? Kind.NUMBER : Kind.ORDERED;
    }

    private static boolean isDocument(JdbcType type) {
        int code = type.getDefaultSqlTypeCode();
        return code == SqlTypes.JSON || code == SqlTypes.JSON_ARRAY || code == SqlTypes.SQLXML;
    }
}
