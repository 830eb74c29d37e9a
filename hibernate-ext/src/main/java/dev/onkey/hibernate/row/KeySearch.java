/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.row;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.EntityIdentifierMapping;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.metamodel.mapping.ModelPartContainer;
import org.hibernate.metamodel.mapping.PluralAttributeMapping;
import org.hibernate.metamodel.mapping.ValuedModelPart;
import org.hibernate.metamodel.mapping.internal.ToOneAttributeMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** How an entity is searched by its natural key. Immutable and thread safe. */
public final class KeySearch {

    private final EntityPersister persister;
    private final List<String> paths;

    KeySearch(EntityPersister persister, List<String> naturalKey) {
        this.persister = persister;
        this.paths = naturalKey.stream().filter(path -> !isTenant(path)).toList();
    }

    /** The attributes to search by: all of the natural key but a tenant, which Hibernate itself adds. */
    public List<String> paths() {
        return paths;
    }

    /** Their columns. */
    public Set<String> columns() {
        Set<String> names = new HashSet<>();
        paths.forEach(path -> names.addAll(columnsOf(path)));
        return names;
    }

    /** The columns of the attribute at any path; none if there is no such attribute in the row. */
    public Set<String> columnsOf(String path) {
        Set<String> names = new LinkedHashSet<>();
        ModelPart part = RowReader.find(persister, path);
        if (part instanceof ValuedModelPart valued && !(part instanceof PluralAttributeMapping)) {
            valued.forEachSelectable((index, column) -> names.add(column.getSelectionExpression()));
        }
        return names;
    }

    /** What an entity has there, by path. */
    public Map<String, @Nullable Object> valuesOf(Object entity) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        paths.forEach(path -> values.put(path, valueOf(entity, path)));
        return values;
    }

    /** What an entity has at a path. */
    public @Nullable Object valueOf(Object entity, String path) {
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
                value = ((EntityIdentifierMapping) part).getIdentifier(value);
            }
            container = part instanceof ModelPartContainer inner ? inner : persister;
        }
        return value;
    }

    /** The natural key of an entity, in the values of its columns. */
    public RowKey keyOf(Object entity, SharedSessionContractImplementor session) {
        List<@Nullable Object> columns = new ArrayList<>();
        paths.forEach(path -> columns.addAll(columnValues(path, valueOf(entity, path), session)));
        return RowKey.of(columns);
    }

    /** What a value at a path is in the row: one value for each column. */
    public List<@Nullable Object> columnValues(
            String path, @Nullable Object value, SharedSessionContractImplementor session) {
        List<@Nullable Object> values = new ArrayList<>();
        RowReader.part(persister, path)
                .breakDownJdbcValues(value, (index, jdbcValue, column) -> values.add(jdbcValue), session);
        return values;
    }

    /**
     * Refuses a value that is an entity without a row.
     *
     * @throws IllegalArgumentException if it is one
     */
    public void check(String path, @Nullable Object value, SharedSessionContractImplementor session) {
        if (RowReader.part(persister, path) instanceof ToOneAttributeMapping association) {
            References.checkTransient(SupportedMapping.name(persister) + "." + path, association, value, session);
        }
    }

    /** The attribute that is the identifier; null if it is several. */
    public @Nullable String identifier() {
        return persister.getIdentifierMapping().getAttributeName();
    }

    /** Whether the paths are those of an identifier that is one attribute. */
    public boolean isById(Set<String> searched) {
        return identifier() != null && searched.equals(Set.of(identifier()));
    }

    /** Whether the paths are those of Hibernate's own natural id. */
    public boolean isByNaturalId(Set<String> searched) {
        return persister.hasNaturalIdentifier()
                && searched.equals(persister.getNaturalIdMapping().getNaturalIdAttributes().stream()
                        .map(AttributeMapping::getAttributeName)
                        .collect(Collectors.toSet()));
    }

    private boolean isTenant(String path) {
        return RowReader.part(persister, path) instanceof AttributeMapping attribute
                && Generators.isTenantId(Generators.of(attribute));
    }
}
