/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.key;

import java.util.List;
import java.util.Map;

/** The tables of a session factory and their unique keys, as the mapping declares them. Immutable. */
public final class KeyCatalog {

    private final List<MappedTable> tables;
    private final List<MappedKey> keys;
    private final Map<String, KeyedEntity> entities;

    KeyCatalog(List<MappedTable> tables, Map<String, KeyedEntity> entities) {
        this.tables = List.copyOf(tables);
        this.keys = tables.stream().flatMap(each -> each.keys().stream()).toList();
        this.entities = Map.copyOf(entities);
    }

    /** Every table: of entities, of what they have elsewhere, and of collections. */
    public List<MappedTable> tables() {
        return tables;
    }

    /** Every primary and unique key of every table. */
    public List<MappedKey> keys() {
        return keys;
    }

    /**
     * An entity's natural key and table.
     *
     * @param entityName the name that Hibernate knows the entity by
     */
    public KeyedEntity entity(String entityName) {
        return entities.getOrDefault(entityName, KeyedEntity.UNKNOWN);
    }
}
