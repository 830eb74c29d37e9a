/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.upsert.Column.Role;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hibernate.engine.internal.Versioning;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.generator.BeforeExecutionGenerator;
import org.hibernate.generator.EventType;
import org.hibernate.generator.Generator;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.BasicEntityIdentifierMapping;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.metamodel.mapping.ModelPartContainer;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.hibernate.metamodel.mapping.internal.ToOneAttributeMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * One entity's way into its table: which columns it has, which value an instance gives each of them, and how that is bound.
 *
 * <p>The only class that touches Hibernate's runtime mapping model; {@link SupportedMapping} decides what may come here.
 */
final class MappedEntity {

    private final EntityPersister persister;
    private final List<String> naturalKey;
    private final BasicEntityIdentifierMapping id;
    private final List<String> attributes = new ArrayList<>();
    private final List<JdbcMapping> jdbcMappings = new ArrayList<>();
    private final TableShape shape;

    /**
     * Reads the mapping of an entity.
     *
     * @throws org.hibernate.MappingException if it is one that cannot be upserted
     */
    MappedEntity(EntityPersister persister, List<String> declaredKey) {
        this.id = SupportedMapping.check(persister);
        this.persister = persister;
        this.naturalKey = SupportedMapping.naturalKey(persister, declaredKey);
        this.shape = readShape();
    }

    String name() {
        return persister.getEntityName();
    }

    EntityPersister persister() {
        return persister;
    }

    List<String> naturalKey() {
        return naturalKey;
    }

    TableShape shape() {
        return shape;
    }

    /** The attribute that a column belongs to. */
    String attribute(int column) {
        return attributes.get(column);
    }

    /** The id that an instance carries, or null if it has none: a primitive one has its initial value then. */
    @Nullable
    Object id(Object entity) {
        Object identifier = id.getIdentifier(entity);
        boolean unsaved = shape.autoIncrement()
                && Boolean.TRUE.equals(id.getUnsavedStrategy().isUnsaved(identifier));
        return unsaved ? null : identifier;
    }

    /** The id that the application gave a row. */
    Object assignedId(@Nullable Object[] row) {
        return Objects.requireNonNull(id.getSingleJdbcMapping().convertToDomainValue(row[0]));
    }

    /** The id of an entity as its attribute has it, from the number that the server made. */
    Object id(long generated, SharedSessionContractImplementor session) {
        return id.getJavaType().wrap(generated, session);
    }

    /** Reads an id from the first column of a result. */
    Object id(ResultSet result, SharedSessionContractImplementor session) throws SQLException {
        JdbcMapping mapping = id.getSingleJdbcMapping();
        return mapping.convertToDomainValue(mapping.getJdbcValueExtractor().extract(result, 1, session));
    }

    /** The value of an attribute of the natural key, as the entity has it. */
    @Nullable
    Object keyValue(Object entity, String path) {
        Object value = entity;
        ModelPartContainer container = persister;
        for (String name : path.split("\\.")) {
            if (value == null) {
                return null;
            }
            ModelPart part = container.findSubPart(name, null);
            if (part instanceof AttributeMapping attribute) {
                value = attribute.getPropertyAccess().getGetter().get(value);
            } else {
                value = id.getIdentifier(value);
            }
            container = part instanceof ModelPartContainer inner ? inner : persister;
        }
        return value;
    }

    /**
     * The values that an instance gives the columns, as they are bound.
     *
     * @throws IllegalArgumentException if it refers to what this row cannot carry
     */
    @Nullable
    Object[] row(Object entity, SharedSessionContractImplementor session) {
        List<@Nullable Object> row = new ArrayList<>(shape.columns().size());
        if (!shape.autoIncrement()) {
            id.decompose(id.getIdentifier(entity), (index, value, column) -> row.add(value), session);
        }
        Object[] state = persister.getValues(entity);
        if (persister.isVersioned()) {
            Versioning.seedVersion(entity, state, persister, session);
        }
        for (int i = 0; i < persister.getNumberOfAttributeMappings(); i++) {
            AttributeMapping attribute = persister.getAttributeMapping(i);
            Object value = generated(attribute, entity, state[attribute.getStateArrayPosition()], session);
            SupportedMapping.checkReference(persister, attribute, value, session);
            if (hasColumns(attribute)) {
                attribute.decompose(
                        value,
                        (index, jdbcValue, column) -> {
                            if (isWritten(attribute, column)) {
                                row.add(jdbcValue);
                            }
                        },
                        session);
            }
        }
        return row.toArray();
    }

    /** Binds the value of a column to a parameter. */
    @SuppressWarnings("unchecked")
    void bind(
            PreparedStatement statement,
            int parameter,
            int column,
            @Nullable Object value,
            SharedSessionContractImplementor session)
            throws SQLException {
        jdbcMappings.get(column).getJdbcValueBinder().bind(statement, value, parameter, session);
    }

    private TableShape readShape() {
        Set<String> keyColumns = keyColumns();
        List<Column> columns = new ArrayList<>();
        boolean autoIncrement = persister.isIdentifierAssignedByInsert();
        if (!autoIncrement) {
            Role role = keyColumns.contains(id.getSelectionExpression()) ? Role.KEY : Role.INSERT_ONLY;
            columns.add(column(id, role, id.getAttributeName()));
        }
        for (int i = 0; i < persister.getNumberOfAttributeMappings(); i++) {
            AttributeMapping attribute = persister.getAttributeMapping(i);
            if (hasColumns(attribute)) {
                attribute.forEachSelectable((index, selectable) -> {
                    if (isWritten(attribute, selectable)) {
                        boolean key = keyColumns.contains(selectable.getSelectionExpression());
                        Role role = key ? Role.KEY : role(attribute, selectable);
                        columns.add(column(selectable, role, attribute.getAttributeName()));
                    }
                });
            }
        }
        String table = persister.getMappedTableDetails().getTableName();
        return new TableShape(table, id.getSelectionExpression(), autoIncrement, columns);
    }

    private Set<String> keyColumns() {
        Set<String> columns = new HashSet<>();
        for (String path : naturalKey) {
            ModelPart part = persister;
            for (String name : path.split("\\.")) {
                part = ((ModelPartContainer) part).findSubPart(name, null);
            }
            part.forEachSelectable((index, selectable) -> columns.add(selectable.getSelectionExpression()));
        }
        return columns;
    }

    private Column column(SelectableMapping selectable, Role role, String attribute) {
        attributes.add(attribute);
        jdbcMappings.add(selectable.getJdbcMapping());
        String parameter = selectable.getWriteExpression();
        boolean text = selectable.getJdbcMapping().getJdbcType().isStringLike();
        return new Column(selectable.getSelectionExpression(), parameter == null ? "?" : parameter, role, text);
    }

    private Role role(AttributeMapping attribute, SelectableMapping selectable) {
        boolean updatable = attribute.getAttributeMetadata().isUpdatable() && selectable.isUpdateable();
        if (isVersion(attribute)) {
            return selectable.getJdbcMapping().getJdbcType().isInteger() ? Role.VERSION : Role.TOUCH;
        }
        Generator generator = attribute.getGenerator();
        if (generator != null && generator.generatesSometimes()) {
            return updatable && generator.generatesOnUpdate() ? Role.TOUCH : Role.INSERT_ONLY;
        }
        return updatable ? Role.VALUE : Role.INSERT_ONLY;
    }

    private @Nullable Object generated(
            AttributeMapping attribute,
            Object entity,
            @Nullable Object value,
            SharedSessionContractImplementor session) {
        Generator generator = isVersion(attribute) ? null : attribute.getGenerator();
        return generator instanceof BeforeExecutionGenerator before && before.generatesOnInsert()
                ? before.generate(session, entity, value, EventType.INSERT)
                : value;
    }

    private boolean isVersion(AttributeMapping attribute) {
        return persister.isVersioned()
                && attribute
                        .getAttributeName()
                        .equals(persister
                                .getVersionMapping()
                                .getVersionAttribute()
                                .getAttributeName());
    }

    private static boolean hasColumns(AttributeMapping attribute) {
        return !attribute.isPluralAttributeMapping()
                && !(attribute instanceof ToOneAttributeMapping toOne && SupportedMapping.isInverse(toOne));
    }

    private static boolean isWritten(AttributeMapping attribute, SelectableMapping column) {
        return attribute.getAttributeMetadata().isInsertable() && column.isInsertable() && !column.isFormula();
    }
}
