/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.row.Column;
import dev.onkey.hibernate.row.TableShape;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The statements for rows of one shape and one choice of what to write.
 *
 * @param insert inserts, or names the key that is in the way
 * @param insertIfAbsent inserts or finds
 * @param upsert inserts or updates
 * @param update updates the row with an id; null if there is nothing to write to it
 * @param selectId reads the id of an existing row, and locks it for shared use
 * @param lockId reads the id of an existing row and whether it is to be updated, and locks it
 * @param lockVersion reads whether the row still has the version of the candidate, and locks it; null if there are no versions
 * @param bulk the statements for many rows
 * @param staging the statements that write many rows by way of a temporary table; null if that would not do the same
 */
record StatementSet(
        Sql insert,
        Sql insertIfAbsent,
        Sql upsert,
        @Nullable Sql update,
        Sql selectId,
        Sql lockId,
        @Nullable Sql lockVersion,
        BulkStatements bulk,
        @Nullable StagingSql staging) {

    static StatementSet of(
            TableShape shape,
            Column idColumn,
            @Nullable String version,
            Update update,
            Separate separate,
            ServerSyntax syntax,
            IntFunction<String> reading,
            boolean ofTable,
            @Nullable StagingSql staging) {
        UpsertSql sql = new UpsertSql(shape, syntax, separate);
        TableShape known = shape.autoIncrement() ? shape.withId(idColumn) : shape;
        return new StatementSet(
                sql.insert().single(),
                sql.insertIfAbsent(),
                sql.upsert(update),
                update.assignments().isEmpty()
                        ? null
                        : new UpsertSql(known, syntax, separate).update(update).single(),
                sql.selectId(),
                sql.lockId(update),
                version == null ? null : sql.selectVersion(shape.column(version)),
                BulkStatements.of(shape, known, update, syntax, reading, ofTable),
                staging);
    }
}
