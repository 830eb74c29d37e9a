/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.row.Column;
import dev.onkey.hibernate.row.TableShape;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The statements for many rows of one shape and one choice of what to write.
 *
 * @param find looks rows up by their natural keys
 * @param share looks rows up by their ids, and keeps others from changing them
 * @param lock looks rows up by their ids, with what the update may change, and locks them
 * @param insert inserts rows
 * @param made looks up a number of rows from an id on
 * @param update updates rows by their ids; null if there is nothing to write to them
 * @param assigned the positions of the columns that the update may change
 * @param plain whether the update writes what the candidate proposes, and nothing else
 */
record BulkStatements(
        RowsSql find,
        RowsSql share,
        RowsSql lock,
        RowsSql insert,
        String made,
        @Nullable RowsSql update,
        List<Integer> assigned,
        boolean plain) {

    /**
     * Writes them.
     *
     * @param shape the columns
     * @param known the columns, and the id behind them if the server makes it
     * @param reading what is selected to read a column as it is stored
     * @param ofTable whether the entity is known to be stored in a table, and not in a view
     */
    static BulkStatements of(
            TableShape shape,
            TableShape known,
            Update update,
            ServerSyntax syntax,
            IntFunction<String> reading,
            boolean ofTable) {
        LookUpSql lookUp = new LookUpSql(known, syntax, ofTable);
        List<String> names = shape.columns().stream().map(Column::name).toList();
        List<Integer> assigned = update.assignments().stream()
                .map(each -> names.indexOf(each.column().name()))
                .toList();
        // values that the update proposes otherwise than the insert take its place among the values: there is no insert
        RowsSql write =
                update.assignments().isEmpty() ? null : new UpsertSql(known, syntax, Separate.NONE).update(update);
        return new BulkStatements(
                lookUp.byKey(),
                lookUp.byId(List.of(), false),
                lookUp.byId(assigned.stream().map(reading::apply).toList(), true),
                new UpsertSql(shape, syntax, Separate.NONE).insertNew(),
                lookUp.from(),
                write,
                assigned,
                update.isPlain());
    }
}
