/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.upsert.Column.Role;
import java.util.List;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/** Checks an instance that the caller passes, before any SQL. */
final class Candidate {

    private Candidate() {}

    /**
     * The values of the row that the instance proposes.
     *
     * @throws IllegalArgumentException if the instance cannot be recognised by its natural key, or cannot be written in full
     */
    static @Nullable Object[] row(Object candidate, MappedEntity entity, SharedSessionContractImplementor session) {
        String name = candidate.getClass().getSimpleName();
        checkId(entity.id(candidate), entity, name);
        @Nullable Object[] row = entity.row(candidate, session);
        List<Column> columns = entity.shape().columns();
        for (int i = 0; i < row.length; i++) {
            if (row[i] == null && columns.get(i).role() == Role.KEY) {
                throw new IllegalArgumentException(
                        name + "." + entity.attribute(i) + " is null, and it is part of the natural"
                                + " key " + entity.naturalKey()
                                + ": MySQL lets any number of rows hold a null in a unique key, so this"
                                + " one could never be found again. Give it a value.");
            }
        }
        return row;
    }

    private static void checkId(@Nullable Object id, MappedEntity entity, String name) {
        if (entity.shape().autoIncrement() && id != null) {
            throw new IllegalArgumentException(name + " has the identifier " + id + " already, which the database is to"
                    + " generate: pass a new instance, or merge this one.");
        }
        if (!entity.shape().autoIncrement() && id == null) {
            throw new IllegalArgumentException(
                    name + " has no identifier, and the application is to assign it: set it before the call.");
        }
    }
}
