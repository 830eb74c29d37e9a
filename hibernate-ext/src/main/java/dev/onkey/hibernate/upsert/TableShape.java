/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.upsert.Column.Role;
import java.util.List;

/**
 * An entity's table as the statements see it.
 *
 * @param table the table, qualified and quoted as the mapping has it
 * @param idColumn the primary key's column
 * @param autoIncrement whether the server makes the id; if not, the id is among the columns
 * @param columns the columns of an insert, in the order of their parameters
 */
record TableShape(String table, String idColumn, boolean autoIncrement, List<Column> columns) {

    TableShape {
        columns = List.copyOf(columns);
    }

    List<Column> in(Role role) {
        return columns.stream().filter(column -> column.role() == role).toList();
    }

    /** The first column of the natural key. */
    Column firstKey() {
        return in(Role.KEY).get(0);
    }

    /** Whether the natural key is the primary key, so that the id of an existing row is known without asking. */
    boolean keyIsId() {
        List<Column> keys = in(Role.KEY);
        return keys.size() == 1 && keys.get(0).name().equals(idColumn);
    }

    /** Whether an upsert has anything to write to a row that exists. */
    boolean updates() {
        return !in(Role.VALUE).isEmpty();
    }
}
