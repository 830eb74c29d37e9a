/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.key;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of an entity that is not embeddable itself.
 *
 * @param entity the class that brings it to the mapping, or null
 * @param path from the entity
 * @param table the table of its columns, by Hibernate's own object
 * @param columns its columns; empty for collections, formulas and the inverse side of an association
 * @param inserted whether Hibernate inserts the columns by it: of two that share a column, only one is
 */
record Attribute(@Nullable Class<?> entity, String path, Object table, List<String> columns, boolean inserted) {

    Attribute {
        columns = List.copyOf(columns);
    }

    /** Whether the path leads to this attribute or to the embedded one that it is inside of. */
    boolean isAt(String otherPath) {
        return path.equals(otherPath) || path.startsWith(otherPath + ".");
    }
}
