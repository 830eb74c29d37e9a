/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.key.MappedKey;
import dev.onkey.hibernate.key.MappedTable;
import dev.onkey.hibernate.key.StoredIndexes;
import dev.onkey.hibernate.row.MappedEntity;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.hibernate.MappingException;
import org.jspecify.annotations.Nullable;

/** Refuses an entity whose natural key the database does not hold unique: its rows would multiply without a word. */
final class UniqueIndexCheck {

    private UniqueIndexCheck() {}

    /**
     * Looks for an index that makes the natural key unique.
     *
     * @return its name; null for a view or a temporary table, of which the database tells none
     * @throws MappingException if there is none; with the DDL that would create it
     */
    static @Nullable String indexOf(MappedEntity entity, MappedTable table, Connection connection) throws SQLException {
        Set<String> key = new LinkedHashSet<>();
        entity.naturalKey().forEach(path -> key.addAll(entity.search().columnsOf(path)));
        Set<String> recognised = entity.shape().recognisedBy();
        Collection<MappedKey> indexes = StoredIndexes.of(table, connection);
        for (MappedKey index : indexes) {
            Collection<String> columns = index.duplicate().columns();
            if (!columns.isEmpty() && recognised.containsAll(columns)) {
                return index.index();
            }
        }
        if (!indexes.isEmpty() || InformationSchema.isTable(table, connection)) {
            String columns = String.join(", ", key);
            throw new MappingException(entity.simpleName() + " cannot be got, created or upserted: its natural key "
                    + entity.naturalKey() + " needs a unique key over (" + columns
                    + "), and the database has none on table "
                    + table.name() + ". Create it: ALTER TABLE "
                    + entity.shape().table() + " ADD UNIQUE KEY (" + columns
                    + ").");
        }
        return null;
    }
}
