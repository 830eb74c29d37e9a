/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.key;

import java.util.List;
import java.util.Map;

/** The tables of a session factory and their unique keys, as the mapping declares them. Immutable. */
public final class KeyCatalog {

    private final List<MappedTable> tables;
    private final List<MappedKey> keys;
    private final Map<String, List<String>> naturalKeys;

    KeyCatalog(List<MappedTable> tables, Map<String, List<String>> naturalKeys) {
        this.tables = List.copyOf(tables);
        this.keys = tables.stream().flatMap(each -> each.keys().stream()).toList();
        this.naturalKeys = Map.copyOf(naturalKeys);
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
     * The attributes that make up an entity's natural key, as paths from the entity; an embedded attribute is given by the
     * attributes inside it.
     *
     * @param entityName the name that Hibernate knows the entity by
     * @return empty if the entity declares no natural key
     */
    public List<String> naturalKey(String entityName) {
        return naturalKeys.getOrDefault(entityName, List.of());
    }
}
