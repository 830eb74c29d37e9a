/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.key;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.MappingException;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.DenormalizedTable;
import org.hibernate.mapping.Index;
import org.hibernate.mapping.Join;
import org.hibernate.mapping.KeyValue;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;
import org.hibernate.mapping.Value;
import org.jspecify.annotations.Nullable;

/**
 * Reads the unique keys from Hibernate's boot model, and adds to it those that natural keys need and lack.
 *
 * <p>No other class knows that model.
 */
public final class KeyReader {

    private final Metadata metadata;
    private final SqlStringGenerationContext naming;
    private final Map<String, List<Attribute>> attributes = new HashMap<>();
    private final Map<String, List<Attribute>> naturalKeys = new HashMap<>();

    private KeyReader(Metadata metadata, SqlStringGenerationContext naming) {
        this.metadata = metadata;
        this.naming = naming;
    }

    /**
     * Reads all of them. Has to run before Hibernate creates the schema, so that the added keys become part of it.
     *
     * @throws MappingException if a natural key is declared in a way that cannot work
     */
    public static KeyCatalog read(Metadata metadata, SqlStringGenerationContext naming) {
        KeyReader reader = new KeyReader(metadata, naming);
        for (PersistentClass entity : metadata.getEntityBindings()) {
            reader.readEntity(entity);
        }
        List<MappedKey> keys = new ArrayList<>();
        for (Table table : metadata.collectTableMappings()) {
            if (table.isPhysicalTable()) {
                TableEntities entities = reader.entitiesOf(table);
                uniqueKeysOf(table).forEach((name, columns) -> keys.add(entities.key(name, columns)));
            }
        }
        Map<String, List<String>> paths = new HashMap<>();
        reader.naturalKeys.forEach((entity, key) ->
                paths.put(entity, key.stream().map(Attribute::path).toList()));
        return new KeyCatalog(keys, paths);
    }

    private void readEntity(PersistentClass entity) {
        List<Attribute> all = attributesOf(entity);
        attributes.put(entity.getEntityName(), all);
        NaturalKeyDeclaration declaration = NaturalKeyDeclaration.of(entity.getEntityName(), entity.getMappedClass());
        List<Attribute> key = declaration == null ? naturalIdOf(entity, all) : declaration.resolve(all);
        if (!key.isEmpty()) {
            naturalKeys.put(entity.getEntityName(), key);
        }
        // Hibernate itself adds the unique key of @NaturalId
        if (declaration != null && key.get(0).table() instanceof Table table && table.isPhysicalTable()) {
            addUniqueKeyIfMissing(table, Columns.of(key));
        }
    }

    private static List<Attribute> attributesOf(PersistentClass entity) {
        List<Attribute> found = new ArrayList<>(idAttributesOf(entity));
        entity.getPropertyClosure().forEach(each -> collect(entity, "", each, found));
        return found;
    }

    private static List<Attribute> idAttributesOf(PersistentClass entity) {
        List<Attribute> found = new ArrayList<>();
        Property id = entity.getIdentifierProperty();
        if (id != null) {
            collect(entity, "", id, found);
        } else if (entity.getIdentifier() instanceof Component idClass) {
            idClass.getProperties().forEach(each -> collect(entity, "", each, found));
        }
        return found;
    }

    private static void collect(PersistentClass entity, String prefix, Property property, List<Attribute> found) {
        Value value = property.getValue();
        // the copy of an @IdClass's attributes, and the far ends of collections, are Hibernate's own
        if (value == entity.getIdentifierMapper() || property.isBackRef()) {
            return;
        }
        String path = prefix + property.getName();
        if (value instanceof Component embedded && embedded.getAggregateColumn() == null) {
            embedded.getProperties().forEach(each -> collect(entity, path + ".", each, found));
            return;
        }
        // a table-per-class entity has the inherited attributes in its own table
        Table table = entity.getTable() instanceof DenormalizedTable own ? own : value.getTable();
        found.add(new Attribute(path, table, names(value.getSelectables()), property.isInsertable()));
    }

    private static List<Attribute> naturalIdOf(PersistentClass entity, List<Attribute> attributes) {
        return entity.getRootClass().getProperties().stream()
                .filter(Property::isNaturalIdentifier)
                .flatMap(id -> attributes.stream().filter(each -> each.isAt(id.getName())))
                .toList();
    }

    private static void addUniqueKeyIfMissing(Table table, Columns columns) {
        Map<String, List<String>> present = uniqueKeysOf(table);
        if (present.values().stream().anyMatch(columns::sameAs)) {
            return;
        }
        Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        taken.addAll(present.keySet());
        taken.addAll(table.getIndexes().keySet());
        UniqueKey added = table.getOrCreateUniqueKey(UniqueKeyName.of(table.getName(), columns.names(), taken));
        added.setExplicit(true);
        added.setNameExplicit(true);
        for (String name : columns.names()) {
            table.getColumns().stream()
                    .filter(each -> each.getName().equalsIgnoreCase(name))
                    .forEach(added::addColumn);
        }
    }

    /** By name: Hibernate names every one of them itself, it leaves none to the server. */
    private static Map<String, List<String>> uniqueKeysOf(Table table) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        if (table.getPrimaryKey() != null) {
            found.put(MappedKey.PRIMARY, names(table.getPrimaryKey().getColumns()));
        }
        for (Column each : table.getColumns()) {
            if (each.isUnique() && each.getUniqueKeyName() != null && !table.isPrimaryKey(each)) {
                found.put(unquoted(each.getUniqueKeyName()), List.of(each.getName()));
            }
        }
        for (UniqueKey each : table.getUniqueKeys().values()) {
            found.put(unquoted(each.getName()), names(each.getColumns()));
        }
        for (Index each : table.getIndexes().values()) {
            if (each.isUnique()) {
                found.put(unquoted(each.getName()), names(each.getSelectables()));
            }
        }
        return found;
    }

    private TableEntities entitiesOf(Table table) {
        List<PersistentClass> entities = metadata.getEntityBindings().stream()
                .filter(each -> keyOf(each, table) != null)
                .toList();
        List<PersistentClass> topmost = entities.stream()
                .filter(each -> each.getSuperclass() == null || !entities.contains(each.getSuperclass()))
                .toList();
        Set<Attribute> here = new LinkedHashSet<>();
        List<List<Attribute>> naturalHere = new ArrayList<>();
        for (PersistentClass entity : entities) {
            here.addAll(foreignIdOf(entity, table));
            attributes.getOrDefault(entity.getEntityName(), List.of()).stream()
                    .filter(each -> each.table() == table)
                    .forEach(here::add);
            List<Attribute> natural = naturalKeys.getOrDefault(entity.getEntityName(), List.of());
            if (!natural.isEmpty() && natural.get(0).table() == table) {
                naturalHere.add(natural);
            }
        }
        Class<?> owner = topmost.size() == 1 ? topmost.get(0).getMappedClass() : null;
        return new TableEntities(schemaOf(table), table.getName(), owner, here, naturalHere);
    }

    private @Nullable String schemaOf(Table table) {
        // MySQL's schemas are what JDBC calls catalogs
        Identifier catalog = naming.catalogWithDefault(table.getCatalogIdentifier());
        return catalog == null ? null : catalog.getText();
    }

    /** The columns by which the entity's rows are found in the table; null if it has none there. */
    private static @Nullable KeyValue keyOf(PersistentClass entity, Table table) {
        if (entity.getTable() == table) {
            return entity.getKey();
        }
        return entity.getJoins().stream()
                .filter(each -> each.getTable() == table)
                .map(Join::getKey)
                .findFirst()
                .orElse(null);
    }

    /** The identifier in a table that repeats it: of a joined subclass, or a secondary one. */
    private static List<Attribute> foreignIdOf(PersistentClass entity, Table table) {
        KeyValue key = keyOf(entity, table);
        List<String> from = names(entity.getIdentifier().getSelectables());
        List<String> to = key == null ? List.of() : names(key.getSelectables());
        if (from.size() != to.size() || key == entity.getIdentifier()) {
            return List.of();
        }
        return idAttributesOf(entity).stream()
                .filter(each -> from.containsAll(each.columns()))
                .map(each -> new Attribute(
                        each.path(),
                        table,
                        each.columns().stream()
                                .map(column -> to.get(from.indexOf(column)))
                                .toList(),
                        true))
                .toList();
    }

    /** Empty if there is an expression among them: then the columns alone do not make up the whole. */
    private static List<String> names(List<? extends Selectable> selectables) {
        List<String> names = new ArrayList<>();
        for (Selectable each : selectables) {
            if (!(each instanceof Column column)) {
                return List.of();
            }
            names.add(column.getName());
        }
        return names;
    }

    private static String unquoted(String name) {
        boolean quoted = name.length() > 2 && name.startsWith("`") && name.endsWith("`");
        return quoted ? name.substring(1, name.length() - 1) : name;
    }
}
