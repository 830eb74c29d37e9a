/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.key;

import java.util.ArrayList;
import java.util.List;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.DenormalizedTable;
import org.hibernate.mapping.IndexedCollection;
import org.hibernate.mapping.KeyValue;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.Value;

/** Reads from Hibernate's boot model which attribute is stored in which columns. */
final class AttributeReader {

    private AttributeReader() {}

    /** All of an entity, the inherited ones and the identifier's included. */
    static List<Attribute> of(PersistentClass entity) {
        List<Attribute> found = new ArrayList<>(identifierOf(entity));
        entity.getPropertyClosure().forEach(each -> collect(entity, "", each, each.getPersistentClass(), found));
        return found;
    }

    /** Those stored in a collection's own table: its owner's key, its elements, their map key or position. */
    static List<Attribute> of(Collection collection, String path) {
        PersistentClass owner = collection.getOwner();
        String referenced = collection.getReferencedPropertyName();
        List<String> key = UniqueKeyReader.columns((referenced == null
                        ? owner.getIdentifier()
                        : owner.getReferencedProperty(referenced).getValue())
                .getSelectables());
        List<Attribute> found = new ArrayList<>(repeated(
                of(owner),
                key,
                UniqueKeyReader.columns(collection.getKey().getSelectables()),
                collection.getCollectionTable()));
        collect(collection, path, collection.getElement(), found);
        if (collection instanceof IndexedCollection indexed) {
            collect(collection, (indexed.isMap() ? "key(" : "index(") + path + ")", indexed.getIndex(), found);
        }
        return found;
    }

    /** The identifier in a table that repeats it: of a joined subclass, or a secondary one. */
    static List<Attribute> repeatedIdentifier(PersistentClass entity, KeyValue key, Table table) {
        if (key == entity.getIdentifier()) {
            return List.of();
        }
        return repeated(
                identifierOf(entity),
                UniqueKeyReader.columns(entity.getIdentifier().getSelectables()),
                UniqueKeyReader.columns(key.getSelectables()),
                table);
    }

    private static List<Attribute> repeated(List<Attribute> all, List<String> from, List<String> to, Table table) {
        if (from.size() != to.size()) {
            return List.of();
        }
        return all.stream()
                .filter(each -> !each.columns().isEmpty() && from.containsAll(each.columns()))
                .map(each -> new Attribute(
                        each.entity(),
                        each.path(),
                        table,
                        each.columns().stream()
                                .map(column -> to.get(from.indexOf(column)))
                                .toList(),
                        each.inserted()))
                .toList();
    }

    private static List<Attribute> identifierOf(PersistentClass entity) {
        List<Attribute> found = new ArrayList<>();
        Property id = entity.getIdentifierProperty();
        if (id != null) {
            collect(entity, "", id, entity.getRootClass(), found);
        } else if (entity.getIdentifier() instanceof Component idClass) {
            idClass.getProperties().forEach(each -> collect(entity, "", each, entity.getRootClass(), found));
        }
        return found;
    }

    private static void collect(
            PersistentClass entity,
            String prefix,
            Property property,
            PersistentClass declaring,
            List<Attribute> found) {
        Value value = property.getValue();
        // the copy of an @IdClass's attributes, and the far ends of collections, are Hibernate's own
        if (value == entity.getIdentifierMapper() || property.isBackRef()) {
            return;
        }
        String path = prefix + property.getName();
        if (value instanceof Component embedded && embedded.getAggregateColumn() == null) {
            embedded.getProperties().forEach(each -> collect(entity, path + ".", each, declaring, found));
            return;
        }
        // a table-per-class entity has the inherited attributes in its own table
        Table table = entity.getTable() instanceof DenormalizedTable own ? own : value.getTable();
        found.add(new Attribute(
                declaring.getMappedClass(),
                path,
                table,
                UniqueKeyReader.columns(value.getSelectables()),
                property.isInsertable()));
    }

    private static void collect(Collection collection, String path, Value value, List<Attribute> found) {
        if (value instanceof Component embedded && embedded.getAggregateColumn() == null) {
            embedded.getProperties()
                    .forEach(each -> collect(collection, path + "." + each.getName(), each.getValue(), found));
            return;
        }
        found.add(new Attribute(
                null, path, collection.getCollectionTable(), UniqueKeyReader.columns(value.getSelectables()), true));
    }
}
