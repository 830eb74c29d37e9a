/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.key;

import static java.util.Objects.requireNonNull;

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
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Join;
import org.hibernate.mapping.KeyValue;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;
import org.jspecify.annotations.Nullable;

/**
 * Reads the unique keys from Hibernate's boot model, and adds to it those that natural keys need and lack.
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
        Map<Table, MappedTable> tables = new LinkedHashMap<>();
        for (Table table : metadata.collectTableMappings()) {
            if (table.isPhysicalTable()) {
                tables.put(table, reader.read(table));
            }
        }
        Map<String, KeyedEntity> entities = new HashMap<>();
        for (PersistentClass entity : metadata.getEntityBindings()) {
            List<Attribute> key = reader.naturalKeys.getOrDefault(entity.getEntityName(), List.of());
            entities.put(
                    entity.getEntityName(),
                    new KeyedEntity(
                            key.stream().map(Attribute::path).toList(),
                            tables.get(entity.getTable()),
                            entity.useDynamicInsert()));
        }
        return new KeyCatalog(List.copyOf(tables.values()), entities);
    }

    private void readEntity(PersistentClass entity) {
        List<Attribute> all = AttributeReader.of(entity);
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

    private static List<Attribute> naturalIdOf(PersistentClass entity, List<Attribute> attributes) {
        return entity.getRootClass().getProperties().stream()
                .filter(Property::isNaturalIdentifier)
                .flatMap(id -> attributes.stream().filter(each -> each.isAt(id.getName())))
                .toList();
    }

    private static void addUniqueKeyIfMissing(Table table, Columns columns) {
        Map<String, List<String>> present = UniqueKeyReader.of(table);
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

    private MappedTable read(Table table) {
        return new MappedTable(schemaOf(table), table.getName(), ownerOf(table), UniqueKeyReader.of(table));
    }

    private @Nullable String schemaOf(Table table) {
        // MySQL's schemas are what JDBC calls catalogs
        Identifier catalog = naming.catalogWithDefault(table.getCatalogIdentifier());
        return catalog == null ? null : catalog.getText();
    }

    private RowOwner ownerOf(Table table) {
        List<PersistentClass> entities = metadata.getEntityBindings().stream()
                .filter(each -> keyOf(each, table) != null)
                .toList();
        return entities.isEmpty() ? collectionIn(table) : entityOf(table, entities);
    }

    private RowOwner entityOf(Table table, List<PersistentClass> entities) {
        List<PersistentClass> topmost = entities.stream()
                .filter(each -> each.getSuperclass() == null || !entities.contains(each.getSuperclass()))
                .toList();
        Set<Attribute> here = new LinkedHashSet<>();
        List<List<Attribute>> naturalHere = new ArrayList<>();
        for (PersistentClass entity : entities) {
            here.addAll(AttributeReader.repeatedIdentifier(entity, requireNonNull(keyOf(entity, table)), table));
            attributes.getOrDefault(entity.getEntityName(), List.of()).stream()
                    .filter(each -> each.table() == table)
                    .forEach(here::add);
            List<Attribute> natural = naturalKeys.getOrDefault(entity.getEntityName(), List.of());
            if (!natural.isEmpty() && natural.get(0).table() == table) {
                naturalHere.add(natural);
            }
        }
        Class<?> owner = topmost.size() == 1 ? topmost.get(0).getMappedClass() : null;
        return new RowOwner(owner, null, here, naturalHere);
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

    private RowOwner collectionIn(Table table) {
        List<Collection> collections = metadata.getCollectionBindings().stream()
                .filter(each -> each.getCollectionTable() == table && !each.isInverse())
                .toList();
        if (collections.size() != 1) {
            return RowOwner.UNKNOWN;
        }
        Collection collection = collections.get(0);
        PersistentClass owner = collection.getOwner();
        String path = collection.getRole().substring(owner.getEntityName().length() + 1);
        return new RowOwner(owner.getMappedClass(), path, AttributeReader.of(collection, path), List.of());
    }
}
