/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.key;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of a table belong to.
 *
 * @param entity the entity; null where several that are not related share the table, or none maps it
 * @param collection the path from the entity to the collection whose elements the rows are; null if they are the entity's own
 * @param attributes the attributes stored there, as paths from the entity
 * @param naturalKeys the natural keys stored there
 */
record RowOwner(
        @Nullable Class<?> entity,
        @Nullable String collection,
        Collection<Attribute> attributes,
        Collection<List<Attribute>> naturalKeys) {

    static final RowOwner UNKNOWN = new RowOwner(null, null, List.of(), List.of());

    RowOwner {
        attributes = List.copyOf(attributes);
        naturalKeys = List.copyOf(naturalKeys);
    }

    /** The entity, or the one below it that alone brings the attributes: in a table that a hierarchy shares. */
    @Nullable
    Class<?> entityWith(List<String> paths) {
        Class<?> lowest = entity;
        for (Attribute each : attributes) {
            Class<?> type = each.entity();
            if (lowest == null || type == null || !paths.contains(each.path()) || type.isAssignableFrom(lowest)) {
                continue;
            }
            if (!lowest.isAssignableFrom(type)) {
                return entity;
            }
            lowest = type;
        }
        return lowest;
    }
}
