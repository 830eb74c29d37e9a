/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.key;

import dev.onkey.hibernate.DuplicateKey;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A unique key of a mapped table.
 *
 * @param schema what Hibernate writes in front of the table, or null
 * @param duplicate what users get to see of it; its table is known, and the columns of a primary key are in the mapping's order, as
 *     Hibernate reorders them later
 */
public record MappedKey(@Nullable String schema, DuplicateKey duplicate) {

    /** What every table's primary key is called. */
    public static final String PRIMARY = "PRIMARY";

    public MappedKey {
        Objects.requireNonNull(duplicate.table());
    }

    /** The table's name, without quotes. */
    public String table() {
        return Objects.requireNonNull(duplicate.table());
    }

    /** The name of its index. */
    public String index() {
        return duplicate.constraint();
    }

    /** Whether the other one is called the same, in a table that is called the same. */
    public boolean isNamesake(MappedKey other) {
        return table().equals(other.table()) && index().equalsIgnoreCase(other.index());
    }
}
