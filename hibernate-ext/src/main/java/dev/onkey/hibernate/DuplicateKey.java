/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The unique key that a row collided with, as far as it is known for certain.
 *
 * @param kind which of the entity's keys it is
 * @param constraint the name of the index; where the mapping does not know it, the text that the
 *     server sent for it, which is empty if the server named none
 * @param table the table, or null where it is not known
 * @param columns the columns of the key in its order; empty where they are not known
 * @param entityType the entity, or null where it is not known
 * @param attributes the attributes that make up the key, as paths from the entity ({@code "tenant"}, {@code "address.zip"});
 *     empty where they are not known
 * @since 0.1
 */
public record DuplicateKey(
        Kind kind,
        String constraint,
        @Nullable String table,
        List<String> columns,
        @Nullable Class<?> entityType,
        List<String> attributes)
        implements Serializable {

    /** Which of an entity's keys. */
    public enum Kind {
        /** The primary key. */
        PRIMARY,
        /** The key that {@link NaturalKey} or {@link org.hibernate.annotations.NaturalId} declares. */
        NATURAL,
        /** Another unique key of the mapping. */
        UNIQUE,
        /** A key that the mapping does not know. */
        UNMAPPED
    }

    public DuplicateKey {
        columns = List.copyOf(columns);
        attributes = List.copyOf(attributes);
    }

    /** A key of which nothing but the server's text is known. */
    public static DuplicateKey unmapped(String constraint) {
        return new DuplicateKey(Kind.UNMAPPED, constraint, null, List.of(), null, List.of());
    }

    /** For people: {@code Account already exists: tenant, email (unique key 'ux_account' of table 'account', its natural key)}. */
    String describe() {
        StringBuilder text = new StringBuilder(entityType == null ? "A row" : entityType.getSimpleName());
        text.append(" already exists");
        if (!attributes.isEmpty()) {
            text.append(": ").append(String.join(", ", attributes));
        }
        text.append(" (").append(kind == Kind.PRIMARY ? "primary key" : "unique key '" + constraint + "'");
        if (table != null) {
            text.append(" of table '").append(table).append("'");
        }
        if (kind == Kind.NATURAL) {
            text.append(", its natural key");
        } else if (kind == Kind.UNMAPPED) {
            text.append(", not known to be one of the mapping's");
        }
        return text.append(")").toString();
    }
}
