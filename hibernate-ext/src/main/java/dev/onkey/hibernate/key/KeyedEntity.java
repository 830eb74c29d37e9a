/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.key;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the boot model says of an entity and nothing else does.
 *
 * @param naturalKey the attributes that make up its natural key, as paths from the entity; an embedded attribute is given by the
 *     attributes inside it; empty if it declares none
 * @param table its table; null if it is a query
 * @param dynamicInsert whether an insert leaves out what is null
 */
public record KeyedEntity(List<String> naturalKey, @Nullable MappedTable table, boolean dynamicInsert) {

    static final KeyedEntity UNKNOWN = new KeyedEntity(List.of(), null, false);

    public KeyedEntity {
        naturalKey = List.copyOf(naturalKey);
    }
}
