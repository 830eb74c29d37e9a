/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.duplicate;

import dev.onkey.hibernate.DuplicateEntityException;
import dev.onkey.hibernate.key.MappedKey;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row that a statement of Hibernate's own wanted to write.
 *
 * @param value the row's key, as the server prints it
 */
public record RefusedRow(String value) {

    /** Those where the row is the statement's own, and not one that a foreign key's ON UPDATE CASCADE reached. */
    private static final Set<Integer> DIRECT = Set.of(1062, 1586);

    /** The row behind an exception; null where its statement was about another table, or that is not known. */
    public static @Nullable RefusedRow of(DuplicateEntityException duplicate) {
        StatementTable statement = StatementTable.of(duplicate.getSQL());
        String message = duplicate.getSQLException().getMessage();
        String table = duplicate.key().table();
        if (statement == null
                || message == null
                || !statement.name().equalsIgnoreCase(table)
                || !DIRECT.contains(duplicate.getErrorCode())) {
            return null;
        }
        DuplicateEntry entry = new DuplicateEntryParser(message, statement)
                .find(List.of(new MappedKey(statement.schema(), duplicate.key())));
        return entry == null || entry.value() == null ? null : new RefusedRow(entry.value());
    }
}
