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
 * @param entityType the entity, or null where it is not known; for the table of a collection, the one that owns it
 * @param collection the path from the entity to the collection whose table it is ({@code "tags"}); null for an entity's own
 *     tables, and where it is not known
 * @param attributes the attributes that make up the key, as paths from the entity ({@code "tenant"}, {@code "address.zip"});
 *     of a collection, its own path for the elements ({@code "tags"}), {@code "key(tags)"} and {@code "index(tags)"} as in JPQL;
 *     empty where they are not known
 * @since 0.1
 */
public record DuplicateKey(
        Kind kind,
        String constraint,
        @Nullable String table,
        List<String> columns,
        @Nullable Class<?> entityType,
        @Nullable String collection,
        List<String> attributes)
        implements Serializable {

    /** Which of an entity's keys. */
    public enum Kind {
        /** The primary key. */
        PRIMARY,
        /** The key that {@link NaturalKey} or {@link org.hibernate.annotations.NaturalId} declares. */
        NATURAL,
        /** Another unique key of an entity's or a collection's table. */
        UNIQUE,
        /** A key of which only the database knows what it is. */
        UNMAPPED
    }

    public DuplicateKey {
        columns = List.copyOf(columns);
        attributes = List.copyOf(attributes);
    }

    /** A key of which nothing but the server's text is known. */
    public static DuplicateKey unmapped(String constraint) {
        return new DuplicateKey(Kind.UNMAPPED, constraint, null, List.of(), null, null, List.of());
    }

    /** For people: {@code Account already exists: tenant, email (unique key 'ux_account' of table 'account', its natural key)}. */
    public String describe() {
        StringBuilder text = new StringBuilder(subject()).append(" already exists");
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

    private String subject() {
        if (entityType == null) {
            return "A row";
        }
        String entity = entityType.getSimpleName();
        return collection == null ? entity : "An element of " + entity + "." + collection;
    }
}
