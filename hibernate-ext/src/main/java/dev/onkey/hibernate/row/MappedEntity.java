/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.row;

import dev.onkey.hibernate.row.Column.Kind;
import dev.onkey.hibernate.row.Column.Role;
import dev.onkey.hibernate.row.RowPart.Typed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.engine.internal.Versioning;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.EntityIdentifierMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * One entity's way into its table: which columns it has, which value an instance gives each of them, and how that is bound.
 *
 * <p>Immutable and thread safe.
 */
public final class MappedEntity {

    private final EntityPersister persister;
    private final List<String> naturalKey;
    private final List<RowPart> parts;
    private final List<Typed> columns;
    private final RowColumns rowColumns;
    private final TableShape shape;
    private final Identifiers identifiers;
    private final KeySearch search;
    private final boolean generatorsWrite;

    /**
     * Reads the mapping of an entity.
     *
     * @param declaredKey the paths of its natural key; empty if it is recognised by its identifier
     * @throws org.hibernate.MappingException if it is one that cannot be upserted
     */
    public MappedEntity(EntityPersister persister, List<String> declaredKey) {
        SupportedMapping.check(persister, declaredKey);
        this.persister = persister;
        this.identifiers = new Identifiers(persister);
        this.naturalKey = declaredKey.isEmpty() ? identifiers.paths() : declaredKey;
        this.parts = RowReader.read(persister, naturalKey);
        this.columns = parts.stream().flatMap(part -> part.columns().stream()).toList();
        List<String> idColumns = new ArrayList<>();
        persister
                .getIdentifierMapping()
                .forEachSelectable((index, column) -> idColumns.add(column.getSelectionExpression()));
        this.shape = new TableShape(
                persister.getMappedTableDetails().getTableName(),
                idColumns,
                persister.isIdentifierAssignedByInsert(),
                columns.stream().map(Typed::column).toList());
        this.rowColumns = new RowColumns(simpleName(), columns, identifiers.types());
        SupportedMapping.checkKey(persister, naturalKey, shape);
        this.search = new KeySearch(persister, naturalKey);
        this.generatorsWrite = identifiers.generatorWrites() || hasEmbeddedGenerator();
    }

    /** The name that Hibernate knows the entity by. */
    public String name() {
        return persister.getEntityName();
    }

    /** The name that people know the entity by. */
    public String simpleName() {
        return SupportedMapping.name(persister);
    }

    public EntityPersister persister() {
        return persister;
    }

    /** The attributes that recognise the entity, as paths. */
    public List<String> naturalKey() {
        return naturalKey;
    }

    public TableShape shape() {
        return shape;
    }

    /** The columns, as JDBC sees them. */
    public RowColumns columns() {
        return rowColumns;
    }

    public Identifiers identifiers() {
        return identifiers;
    }

    public KeySearch search() {
        return search;
    }

    /** The attributes that no insert writes, and why. */
    public Map<String, String> unwritten() {
        return UnwrittenAttributes.of(persister, shape.columns());
    }

    /** The column of a basic identifier that the server makes. */
    public Column idColumn() {
        String name = shape.idColumns().get(0);
        return new Column(name, identifier().getAttributeName(), "?", true, Kind.NUMBER, Role.INSERT_ONLY);
    }

    /**
     * The values that an instance gives the columns, as they are bound.
     *
     * @param id the identifier of its row, or null if the server makes it
     * @throws IllegalArgumentException if it refers to what this row cannot carry
     */
    public @Nullable Object[] row(Object entity, @Nullable Object id, SharedSessionContractImplementor session) {
        @Nullable Object[] state = persister.getValues(entity);
        if (persister.isVersioned()) {
            Versioning.seedVersion(entity, state, persister, session);
        }
        References.check(persister, state, session);
        Instance instance = new Instance(entity, id, state, session);
        List<@Nullable Object> row = new ArrayList<>(columns.size());
        for (RowPart part : parts) {
            part.values(instance, row::add);
        }
        return row.toArray();
    }

    /** Whether a value that an instance gives a column may mean that nobody has set it. */
    public boolean isUnset(int column, @Nullable Object value) {
        return value == null
                || columns.get(column).primitive() && value instanceof Number number && number.doubleValue() == 0;
    }

    /** Whether generators write to the instance that they are for: those of composite identifiers and inside embedded attributes. */
    public boolean generatorsWrite() {
        return generatorsWrite;
    }

    /** The tables whose pending changes matter to a row. */
    public Set<String> spaces() {
        return PendingSpaces.of(persister);
    }

    /** The attribute that is the version, or null. */
    public @Nullable String versionAttribute() {
        return persister.isVersioned()
                ? persister.getVersionMapping().getVersionAttribute().getAttributeName()
                : null;
    }

    /** The column of a version that is not counted, or null. */
    public @Nullable Column timestampVersion() {
        String version = versionAttribute();
        Column column = version == null ? null : shape.column(version);
        return column != null && column.role() == Role.TOUCH ? column : null;
    }

    /** The version that follows the one that the instance carries, as it is bound. */
    public @Nullable Object nextVersion(Object entity, SharedSessionContractImplementor session) {
        Object next = Versioning.increment(persister.getVersion(entity), persister.getVersionMapping(), session);
        return persister
                .getVersionMapping()
                .getVersionAttribute()
                .getJdbcMapping()
                .convertToRelationalValue(next);
    }

    /** Whether the instance carries the version of a stored row. */
    public boolean hasVersion(Object entity) {
        if (!persister.isVersioned()) {
            return false;
        }
        Object version = persister.getVersion(entity);
        return Boolean.FALSE.equals(
                        persister.getVersionMapping().getUnsavedStrategy().isUnsaved(version))
                || version instanceof Number number && number.longValue() > 0;
    }

    private boolean hasEmbeddedGenerator() {
        for (int i = 0; i < persister.getNumberOfAttributeMappings(); i++) {
            AttributeMapping attribute = persister.getAttributeMapping(i);
            if (attribute.isEmbeddedAttributeMapping() && Generators.of(attribute) != null) {
                return true;
            }
        }
        return false;
    }

    private EntityIdentifierMapping identifier() {
        return persister.getIdentifierMapping();
    }
}
