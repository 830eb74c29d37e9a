/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.key;

import dev.onkey.hibernate.DuplicateKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unique key that the mapping declares.
 *
 * @param kind which of the entity's keys it is
 * @param schema what Hibernate writes in front of the table, or null
 * @param table the table's name, without quotes
 * @param index the name of its index
 * @param columns the columns in the key's order (those of a primary key in the mapping's: Hibernate reorders them later); empty where an expression is among them
 * @param entityType the entity; null where several that are not related share the table, or none maps it
 * @param attributes the attributes, as paths from the entity; empty where a column of the key is not certainly of one
 */
public record MappedKey(
        DuplicateKey.Kind kind,
        @Nullable String schema,
        String table,
        String index,
        List<String> columns,
        @Nullable Class<?> entityType,
        List<String> attributes) {

    /** What every table's primary key is called. */
    public static final String PRIMARY = "PRIMARY";

    public MappedKey {
        columns = List.copyOf(columns);
        attributes = List.copyOf(attributes);
    }

    /** What users get to see of it. */
    public DuplicateKey asDuplicate() {
        return new DuplicateKey(kind, index, table, columns, entityType, attributes);
    }
}
