/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.key;

import java.util.List;
import java.util.Map;

/** The unique keys of a session factory's entities, as the mapping declares them. Immutable. */
public final class KeyCatalog {

    private final List<MappedKey> keys;
    private final Map<String, List<String>> naturalKeys;

    KeyCatalog(List<MappedKey> keys, Map<String, List<String>> naturalKeys) {
        this.keys = List.copyOf(keys);
        this.naturalKeys = Map.copyOf(naturalKeys);
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
