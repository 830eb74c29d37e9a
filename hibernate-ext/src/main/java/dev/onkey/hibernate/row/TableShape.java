/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.row;

import dev.onkey.hibernate.row.Column.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An entity's table as the statements see it.
 *
 * @param table the table, qualified and quoted as the mapping has it
 * @param idColumns the primary key's columns
 * @param autoIncrement whether the server makes the id; if not, the id is among the columns
 * @param columns the columns of an insert, in the order of their values
 */
public record TableShape(String table, List<String> idColumns, boolean autoIncrement, List<Column> columns) {

    public TableShape {
        idColumns = List.copyOf(idColumns);
        columns = List.copyOf(columns);
    }

    /** The columns with a role, in the order of their values. */
    public List<Column> in(Role role) {
        return columns.stream().filter(column -> column.role() == role).toList();
    }

    /**
     * A column of the natural key that can be assigned to itself without harm: a TIMESTAMP would pass through the session's time
     * zone, in which an hour may come twice.
     */
    public Column steadyKey() {
        List<Column> keys = in(Role.KEY);
        return keys.stream()
                .filter(key -> key.kind() == Column.Kind.TEXT || key.kind() == Column.Kind.NUMBER)
                .findFirst()
                .orElse(keys.get(0));
    }

    /** The columns by which a statement recognises a row: its natural key, and what tells rows of other kinds apart. */
    public List<Column> compared() {
        List<Column> compared = new ArrayList<>(in(Role.KEY));
        compared.addAll(in(Role.GUARD));
        return compared;
    }

    /** Their names without quotes, but for those that are null in every row, in which no unique key sees a duplicate. */
    public Set<String> recognisedBy() {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (Column column : compared()) {
            if (column.bound() || !column.expression().equalsIgnoreCase("NULL")) {
                names.add(column.name().replace("`", ""));
            }
        }
        return names;
    }

    /** Whether the natural key is the primary key, so that the id of an existing row is known without asking. */
    public boolean keyIsId() {
        List<String> keys = in(Role.KEY).stream().map(Column::name).toList();
        return !autoIncrement && keys.size() == idColumns.size() && keys.containsAll(idColumns);
    }

    /** Whether the natural key is the primary key, and the stored one may differ from another that the server calls equal. */
    public boolean keyIsTextId() {
        return keyIsId() && in(Role.KEY).stream().anyMatch(column -> column.kind() == Column.Kind.TEXT);
    }

    /** The only column of a basic attribute. */
    public Column column(String attribute) {
        return columns.stream()
                .filter(column -> column.attribute().equals(attribute))
                .findFirst()
                .orElseThrow();
    }

    /** The same columns in other roles. */
    public TableShape withRoles(List<Role> roles) {
        if (hasRoles(roles)) {
            return this;
        }
        List<Column> changed = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            changed.add(columns.get(i).as(roles.get(i)));
        }
        return new TableShape(table, idColumns, autoIncrement, changed);
    }

    /** The values of a row's id, which are among them. */
    public List<@Nullable Object> idOf(@Nullable Object[] values) {
        List<String> names = columns.stream().map(Column::name).toList();
        return idColumns.stream().map(name -> values[names.indexOf(name)]).toList();
    }

    /** The values of a row, with those of its id in their places. */
    public @Nullable Object[] withId(@Nullable Object[] values, List<@Nullable Object> id) {
        if (autoIncrement) {
            @Nullable Object[] all = Arrays.copyOf(values, values.length + 1);
            all[values.length] = id.get(0);
            return all;
        }
        @Nullable Object[] all = values.clone();
        for (int i = 0; i < all.length; i++) {
            int part = idColumns.indexOf(columns.get(i).name());
            if (part >= 0) {
                all[i] = id.get(part);
            }
        }
        return all;
    }

    /** The table of rows whose id the server has made already. */
    public TableShape withId(Column id) {
        List<Column> all = new ArrayList<>(columns);
        all.add(id);
        return new TableShape(table, idColumns, false, all);
    }

    private boolean hasRoles(List<Role> roles) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).role() != roles.get(i)) {
                return false;
            }
        }
        return true;
    }
}
