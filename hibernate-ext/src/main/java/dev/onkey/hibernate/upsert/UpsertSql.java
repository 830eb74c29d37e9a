/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.row.Column;
import dev.onkey.hibernate.row.Column.Role;
import dev.onkey.hibernate.row.TableShape;
import dev.onkey.hibernate.upsert.Parameter.Source;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The statements of the engine, as text.
 *
 * <p>One statement inserts the row or finds it, refuses a row that another unique key hit, and tells which of these it was:
 *
 * <pre>{@code
 * INSERT INTO account (email, name, version) VALUES (?, ?, ?) AS proposed
 * ON DUPLICATE KEY UPDATE
 *   id = IF(account.email <=> proposed.email,                                        -- the guard
 *           IF(LAST_INSERT_ID(IF(…has changed…, 1, 3)) = 0, account.id, account.id), -- the flag
 *           9223372036854775807 + (account.id <=> account.id)),                      -- error 1690, nothing is written
 *   name = proposed.name,
 *   version = IF(LAST_INSERT_ID() IN (1, 5), account.version + 1, account.version),
 *   id = IF(LAST_INSERT_ID(-account.id) = 0, account.id, account.id)                 -- the report: the id, negated
 * }</pre>
 *
 * <p>The server evaluates the assignments from left to right, and later ones see what earlier ones wrote. So whether the row
 * changes is worked out once, before anything is written, and kept in {@code LAST_INSERT_ID}, which returns within the statement
 * what it was last given. An assigned id has no AUTO_INCREMENT to report through; there the VALUES list leaves {@link #CREATED}
 * behind, and the update {@link #CHANGED} or {@link #SAME}.
 */
final class UpsertSql {

    /** What the server reports as the generated key when it found a row, and its values change. */
    static final long CHANGED = 1;

    /** What the server reports as the generated key when it inserted a row whose id the application assigned. */
    static final long CREATED = 2;

    /** What the server reports as the generated key when it found a row whose id the application assigned. */
    static final long SAME = 3;

    /** What is added to these where the id of the row is another text than the candidate's, which the server calls equal. */
    static final long OTHER_TEXT = 4;

    private final TableShape shape;
    private final ServerSyntax syntax;
    private final String alias;
    private final Separate separate;
    private final Terms terms;

    UpsertSql(TableShape shape, ServerSyntax syntax, Separate separate) {
        this.shape = shape;
        this.syntax = syntax;
        // an alias that equals the table's name is error 1066
        String name = shape.table().substring(shape.table().lastIndexOf('.') + 1);
        this.alias = name.replace("`", "").equalsIgnoreCase("proposed") ? "proposed_row" : "proposed";
        this.separate = separate;
        this.terms = new Terms(shape, separate, this::proposed);
    }

    /** Inserts rows, or refuses them with error 1062 that names the key. */
    RowsSql insert() {
        return insertInto(false, new SqlText());
    }

    /**
     * Inserts rows, or refuses them with error 1690. Where a key is in the way, the server locks that row as for an update; a plain
     * insert would lock it for shared use, and of two that want to update it then, one would be the victim of a deadlock.
     */
    RowsSql insertNew() {
        SqlText sql = new SqlText();
        onDuplicateKey(sql);
        sql.add(carrier() + " = " + refusal(carrier()));
        return insertInto(false, sql);
    }

    /** The same for rows of another table. */
    String insertNewFrom(String source, UnaryOperator<String> proposed) {
        List<Column> written = written();
        String names = written.stream().map(Column::name).collect(Collectors.joining(", "));
        String values =
                written.stream().map(each -> proposed.apply(each.name())).collect(Collectors.joining(", "));
        return "INSERT INTO " + shape.table() + " (" + names + ") SELECT " + values + " FROM " + source
                + " ON DUPLICATE KEY UPDATE " + terms.stored(carrier()) + " = " + refusal(carrier());
    }

    /** Inserts the row unless one has its natural key. */
    Sql insertIfAbsent() {
        return upsert(Update.NOTHING);
    }

    /** Inserts the row, or writes the update to the one that has its natural key. */
    Sql upsert(Update update) {
        SqlText sql = new SqlText();
        onDuplicateKey(sql);
        ChangeSql change = new ChangeSql(update, terms);
        String id = shape.idColumns().get(0);
        String carrier = carrier();
        guarded(sql, carrier, () -> {
            if (change.isFlagged()) {
                change.flag(sql);
            } else {
                sql.add(shape.autoIncrement() ? "-" + terms.stored(carrier) : String.valueOf(SAME));
            }
            if (shape.keyIsTextId()) {
                sql.add(" + IF(");
                sql.each(shape.in(Role.KEY), " AND ", column -> terms.isInserted(sql, column));
                sql.add(", 0, " + OTHER_TEXT + ")");
            }
        });
        change.assignments(sql);
        if (change.isFlagged() && shape.autoIncrement()) {
            sql.add(", " + id + " = IF(LAST_INSERT_ID(-" + terms.stored(id) + ") = 0, " + terms.stored(id) + ", "
                    + terms.stored(id) + ")");
        }
        return insertInto(!shape.autoIncrement(), sql).single();
    }

    /** Writes the update to the rows that have the ids, which are locked; the id is the last of the columns. */
    RowsSql update(Update update) {
        SqlText sql = new SqlText();
        onDuplicateKey(sql);
        ChangeSql change = new ChangeSql(update, terms);
        if (syntax.reports()) {
            guarded(sql, shape.steadyKey().name(), () -> {
                if (change.isFlagged()) {
                    change.flag(sql);
                } else {
                    sql.add(String.valueOf(SAME));
                }
            });
            change.assignments(sql);
        } else {
            change.inlined(sql);
        }
        return insertInto(false, sql);
    }

    /** Reads the id of the row that has the natural key, as it is now and not as an older snapshot has it. */
    Sql selectId() {
        SqlText sql = new SqlText().add("SELECT " + String.join(", ", shape.idColumns()));
        fromRow(sql);
        return sql.add(" LOCK IN SHARE MODE").build();
    }

    /** Reads the id of the row that has the natural key, and whether it is to be updated; locks it. */
    Sql lockId(Update update) {
        SqlText sql = new SqlText().add("SELECT " + String.join(", ", shape.idColumns()) + ", ");
        if (update.condition() == null || syntax.reports()) {
            sql.add("TRUE");
        } else {
            new Terms(shape, separate, null).condition(sql, update.condition());
        }
        fromRow(sql);
        return sql.add(" FOR UPDATE").build();
    }

    /** Reads whether the row has the natural key and the version of this one, and locks it. */
    Sql selectVersion(Column version) {
        SqlText sql = new SqlText().add("SELECT 1");
        fromRow(sql);
        sql.add(" AND " + version.name() + " = ").bind(version.expression(), inserted(version));
        return sql.add(" FOR UPDATE").build();
    }

    private void fromRow(SqlText sql) {
        sql.add(" FROM " + shape.table() + " WHERE ");
        sql.each(shape.compared(), " AND ", column -> {
            // a null in the natural key has been refused, and = may use an index that <=> may not
            sql.add(column.name() + (column.role() == Role.KEY ? " = " : " <=> "));
            value(sql, column);
        });
    }

    private RowsSql insertInto(boolean reportsCreation, SqlText tail) {
        List<Column> written = written();
        SqlText head = new SqlText().add("INSERT INTO " + shape.table() + " (");
        head.each(written, ", ", column -> head.add(column.name())).add(") VALUES ");
        SqlText tuple = new SqlText().add("(");
        // without blanks: for many rows the driver reads them all
        tuple.each(written, ",", column -> {
                    boolean reports = reportsCreation && column.equals(shape.steadyKey());
                    tuple.add(reports ? "IF(LAST_INSERT_ID(" + CREATED + ") = 0, NULL, " : "");
                    value(tuple, column);
                    tuple.add(reports ? ")" : "");
                })
                .add(")");
        Sql row = tuple.build();
        Sql rest = tail.build();
        return new RowsSql(head.build().text(), row.text(), ",", rest.text(), row.parameters(), rest.parameters());
    }

    private List<Column> written() {
        return shape.columns().stream()
                .filter(column -> column.role() != Role.OMITTED)
                .toList();
    }

    /** A column that is assigned to itself, with a side effect. */
    private String carrier() {
        return shape.autoIncrement()
                ? shape.idColumns().get(0)
                : shape.steadyKey().name();
    }

    private void onDuplicateKey(SqlText sql) {
        sql.add((syntax.rowAlias() ? " AS " + alias : "") + " ON DUPLICATE KEY UPDATE ");
    }

    private void guarded(SqlText sql, String carrier, Runnable reported) {
        sql.add(carrier + " = IF(");
        sql.each(
                shape.compared(),
                " AND ",
                column -> sql.add(terms.stored(column.name()) + " <=> " + proposed(column.name())));
        // LAST_INSERT_ID(…) IS NULL would be folded away; a comparison with 0 is evaluated
        sql.add(", IF(LAST_INSERT_ID(");
        reported.run();
        sql.add(") = 0, " + terms.stored(carrier) + ", " + terms.stored(carrier) + "), " + refusal(carrier) + ")");
    }

    /** Fails where it is evaluated, in every mode of the server. A subquery of two rows does too, but takes a plan of its own. */
    private String refusal(String carrier) {
        // of a column, or the server would work it out before it needs it
        return Long.MAX_VALUE + " + (" + terms.stored(carrier) + " <=> " + terms.stored(carrier) + ")";
    }

    private String proposed(String column) {
        return syntax.rowAlias() ? alias + "." + column : "VALUES(" + column + ")";
    }

    private void value(SqlText sql, Column column) {
        if (column.bound()) {
            sql.bind(column.expression(), inserted(column));
        } else {
            sql.add(column.expression());
        }
    }

    private Parameter inserted(Column column) {
        return new Parameter(Source.INSERTED, shape.columns().indexOf(column), null);
    }
}
