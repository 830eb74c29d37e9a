/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.row.Column;
import dev.onkey.hibernate.row.Column.Role;
import dev.onkey.hibernate.row.RowColumns;
import dev.onkey.hibernate.row.TableShape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The statements that write rows that come as a file, by way of a temporary table, as text.
 *
 * <pre>{@code
 * CREATE TEMPORARY TABLE onkey_staged (onkey_place INT NOT NULL PRIMARY KEY)
 *     SELECT 0 AS onkey_place, email, name FROM account LIMIT 0
 * LOAD DATA LOCAL INFILE 'onkey' INTO TABLE onkey_staged … (onkey_place, email, name)
 * SELECT account.id, onkey_staged.onkey_place                                            -- a plain read, which locks nothing
 *     FROM onkey_staged STRAIGHT_JOIN account FORCE INDEX (`UK_email`) ON account.email = onkey_staged.email
 * INSERT INTO account (email, name) SELECT … FROM onkey_staged WHERE onkey_place IN (…)  -- those that it did not find
 * SELECT COUNT(*), SUM(NOT (account.name <=> onkey_staged.name)) FROM … FOR UPDATE       -- those that it did
 * UPDATE onkey_staged STRAIGHT_JOIN account … SET account.name = onkey_staged.name WHERE NOT (…)
 * }</pre>
 *
 * <p>Rows that are likely to be new are loaded without it:
 *
 * <pre>{@code
 * LOAD DATA LOCAL INFILE 'onkey' INTO TABLE account … (@onkey_place, email, name)
 * }</pre>
 *
 * <p>The columns of the temporary table are of the types of the others, so that keys are compared by the same collation, and what
 * would be rounded or cut off is so when it is loaded.
 */
final class StagingSql {

    private static final String STAGED = "onkey_staged";
    private static final String PLACE = STAGED + ".onkey_place";

    private final TableShape shape;
    private final List<Integer> positions = new ArrayList<>();
    private final List<Column> staged = new ArrayList<>();
    private final Update update;
    private final ChangeSql change;
    private final UpsertSql upsert;
    private final String join;

    private StagingSql(TableShape shape, Update update, String uniqueIndex, ServerSyntax syntax) {
        this.shape = shape;
        this.update = update;
        for (int i = 0; i < shape.columns().size(); i++) {
            Column column = shape.columns().get(i);
            if (column.bound() && column.role() != Role.OMITTED) {
                positions.add(i);
                staged.add(column);
            }
        }
        Terms terms = new Terms(shape, Separate.NONE, this::proposed);
        this.change = new ChangeSql(update, terms);
        this.upsert = new UpsertSql(shape, syntax, Separate.NONE);
        this.join = STAGED + " STRAIGHT_JOIN " + shape.table() + " FORCE INDEX (`" + uniqueIndex.replace("`", "``")
                + "`) ON "
                + shape.compared().stream().map(this::same).collect(Collectors.joining(" AND "));
    }

    /**
     * Writes them.
     *
     * @param uniqueIndex the one that makes the natural key unique
     * @return null if the rows cannot be written by these statements exactly as by the others
     */
    static @Nullable StagingSql of(
            TableShape shape, Update update, String uniqueIndex, ServerSyntax syntax, RowColumns columns) {
        for (int i = 0; i < shape.columns().size(); i++) {
            Column column = shape.columns().get(i);
            // a column that is left out is filled with anything, and nobody warned
            if (column.role() == Role.OMITTED
                    || column.bound()
                            && !(column.expression().equals("?")
                                    && columns.reader(i).isExact())) {
                return null;
            }
        }
        return update.isPlain() ? new StagingSql(shape, update, uniqueIndex, syntax) : null;
    }

    /** The positions of the columns that are staged, in the order of {@link #load}. */
    List<Integer> positions() {
        return positions;
    }

    String create() {
        return "CREATE TEMPORARY TABLE " + STAGED + " (onkey_place INT NOT NULL PRIMARY KEY) SELECT 0 AS onkey_place, "
                + staged.stream().map(Column::name).collect(Collectors.joining(", "))
                + " FROM " + shape.table() + " LIMIT 0";
    }

    /** Loads rows into the temporary table, each with its place before its columns. */
    String load(List<StagedText.Form> forms) {
        return load(STAGED, "onkey_place", forms, List.of());
    }

    /** Loads the same into the entity's own table; a row that cannot be inserted as it is becomes a warning. */
    String loadNew(List<StagedText.Form> forms) {
        List<String> constants = shape.columns().stream()
                .filter(column -> !column.bound() && column.role() != Role.OMITTED)
                .map(column -> column.name() + " = " + column.expression())
                .toList();
        return load(shape.table(), "@onkey_place", forms, constants);
    }

    private String load(String table, String place, List<StagedText.Form> forms, List<String> constants) {
        StringBuilder fields = new StringBuilder(place);
        List<String> set = new ArrayList<>(constants);
        for (int i = 0; i < staged.size(); i++) {
            String name = staged.get(i).name();
            String conversion = forms.get(i).conversion();
            if (conversion == null) {
                fields.append(", ").append(name);
            } else {
                String variable = "@onkey_" + i;
                fields.append(", ").append(variable);
                set.add(name + " = " + conversion.replace("?", variable));
            }
        }
        // as hexadecimal numbers: what a backslash means in a text depends on the SQL mode
        return "LOAD DATA LOCAL INFILE 'onkey' INTO TABLE " + table + " CHARACTER SET utf8mb4"
                + " FIELDS TERMINATED BY 0x09 ESCAPED BY 0x5C LINES TERMINATED BY 0x0A (" + fields + ")"
                + (set.isEmpty() ? "" : " SET " + String.join(", ", set));
    }

    /** Looks up the rows that exist, as the snapshot shows them: their ids, and the places of those that they are found by. */
    String find() {
        String ids =
                shape.idColumns().stream().map(id -> shape.table() + "." + id).collect(Collectors.joining(", "));
        return "SELECT " + ids + ", " + PLACE + " FROM " + join;
    }

    /** Inserts rows, all or none; error 1690 if a key is in the way. */
    String insert(@Nullable Collection<Integer> places) {
        return upsert.insertNewFrom(STAGED + (places == null ? "" : " WHERE " + in(places)), this::proposed);
    }

    /** Locks rows that exist, and counts them and those that the update would change. */
    String lock(@Nullable Collection<Integer> places) {
        SqlText sql = new SqlText().add("SELECT COUNT(*), ");
        if (hasUpdate()) {
            sql.add("COALESCE(SUM(");
            change.differs(sql);
            sql.add("), 0)");
        } else {
            sql.add("0");
        }
        return sql.add(" FROM " + join).build().text()
                + (places == null ? "" : " WHERE " + in(places))
                + (hasUpdate() ? " FOR UPDATE" : " LOCK IN SHARE MODE");
    }

    /** Updates the rows that it changes. */
    String update(@Nullable Collection<Integer> places) {
        SqlText sql = new SqlText().add("UPDATE " + join + " SET ");
        change.ofChanged(sql);
        sql.add(" WHERE ");
        change.differs(sql);
        return sql.build().text() + (places == null ? "" : " AND " + in(places));
    }

    String drop() {
        return "DROP TEMPORARY TABLE IF EXISTS " + STAGED;
    }

    private boolean hasUpdate() {
        return !update.assignments().isEmpty();
    }

    private static String in(Collection<Integer> places) {
        return PLACE + " IN (" + places.stream().map(String::valueOf).collect(Collectors.joining(",")) + ")";
    }

    private String same(Column column) {
        return shape.table() + "." + column.name() + (column.role() == Role.KEY ? " = " : " <=> ")
                + proposed(column.name());
    }

    private String proposed(String name) {
        return staged.stream()
                .filter(column -> column.name().equals(name))
                .map(column -> STAGED + "." + name)
                .findFirst()
                .orElseGet(() -> shape.columns().stream()
                        .filter(column -> column.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .expression());
    }
}
