/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.row.Column;
import dev.onkey.hibernate.row.Column.Kind;
import dev.onkey.hibernate.row.Column.Role;
import dev.onkey.hibernate.row.TableShape;
import dev.onkey.hibernate.upsert.Parameter.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The statements that look many rows up, as text. Each selects the id, the natural key, and what else is asked for.
 *
 * <p>Where values are texts, or each row has several, they are a table to join with, if the server knows such tables:
 *
 * <pre>{@code
 * SELECT id, email FROM (VALUES ROW(?),ROW(?)) AS onkey_sought (onkey_1)
 *     STRAIGHT_JOIN account FORCE INDEX (`UK_email`) ON email = onkey_1
 * }</pre>
 *
 * <p>For {@code email IN (?,?)} the server compares and sorts all of them before it reads the first row: of 1,000 texts that takes
 * twice as long as the join, and of 1,000 pairs up to thirteen times.
 */
final class LookUpSql {

    private final TableShape shape;
    private final String uniqueIndex;
    private final String primaryKey;
    private final boolean joins;

    /**
     * For a table.
     *
     * @param shape its columns, the id among them or behind them
     * @param uniqueIndex the one that makes the natural key unique; null for a view, which has no index to name
     */
    LookUpSql(TableShape shape, ServerSyntax syntax, @Nullable String uniqueIndex) {
        this.shape = shape;
        // else the server may read, and lock, a whole table of which it does not know yet that it has grown
        this.uniqueIndex = uniqueIndex == null ? "" : " FORCE INDEX (`" + uniqueIndex.replace("`", "``") + "`)";
        this.primaryKey = uniqueIndex == null ? "" : " FORCE INDEX (PRIMARY)";
        this.joins = syntax.rowAlias() && uniqueIndex != null;
    }

    /** Looks rows up by their natural keys, as the snapshot shows them. */
    RowsSql byKey() {
        SqlText guards = new SqlText();
        for (Column guard : shape.in(Role.GUARD)) {
            guards.add(" AND " + guard.name() + " <=> ");
            value(guards, guard);
        }
        return rows(select(List.of()), shape.in(Role.KEY), uniqueIndex, guards.build());
    }

    /** Looks rows up by their ids, as they are now, and locks them. */
    RowsSql byId(List<String> more, boolean forUpdate) {
        List<Column> ids = shape.idColumns().stream().map(this::named).toList();
        Sql lock = new Sql(forUpdate ? " FOR UPDATE" : " LOCK IN SHARE MODE", List.of());
        return rows(select(more), ids, primaryKey, lock);
    }

    /** Looks up a number of rows from an id on. */
    String from() {
        String id = shape.idColumns().get(0);
        return select(List.of()) + shape.table() + " WHERE " + id + " >= ? ORDER BY " + id + " LIMIT ?";
    }

    private String select(List<String> more) {
        List<String> selected = new ArrayList<>(shape.idColumns());
        shape.in(Role.KEY).forEach(key -> selected.add(key.name()));
        selected.addAll(more);
        return "SELECT " + String.join(", ", selected) + " FROM ";
    }

    private RowsSql rows(String select, List<Column> compared, String index, Sql tail) {
        if (joins && (compared.size() > 1 || compared.get(0).kind() == Kind.TEXT)) {
            return joined(select, compared, index, tail);
        }
        String where = select + shape.table() + index + " WHERE ";
        if (compared.size() == 1) {
            Column only = compared.get(0);
            return rows(where + only.name() + " IN (", tuple("", compared, column -> ""), ",", ")", tail);
        }
        // not (a, b) IN (…), for which MariaDB uses no index
        Sql row = tuple(" AND ", compared, column -> column.name() + " = ");
        return rows(where + "((", row, ") OR (", "))", tail);
    }

    private RowsSql joined(String select, List<Column> compared, String index, Sql tail) {
        List<String> names = new ArrayList<>();
        List<String> same = new ArrayList<>();
        for (Column column : compared) {
            String name = "onkey_" + (names.size() + 1);
            names.add(name);
            same.add(column.name() + " = " + name);
        }
        String join = ")) AS onkey_sought (" + String.join(", ", names) + ") STRAIGHT_JOIN " + shape.table() + index
                + " ON " + String.join(" AND ", same);
        return rows(select + "(VALUES ROW(", tuple(",", compared, column -> ""), "),ROW(", join, tail);
    }

    private static RowsSql rows(String head, Sql row, String separator, String end, Sql tail) {
        return new RowsSql(head, row.text(), separator, end + tail.text(), row.parameters(), tail.parameters());
    }

    private Sql tuple(String separator, List<Column> columns, Function<Column, String> before) {
        SqlText tuple = new SqlText();
        tuple.each(columns, separator, column -> {
            tuple.add(before.apply(column));
            value(tuple, column);
        });
        return tuple.build();
    }

    private void value(SqlText sql, Column column) {
        if (column.bound()) {
            sql.bind(
                    column.expression(),
                    new Parameter(Source.INSERTED, shape.columns().indexOf(column), null));
        } else {
            sql.add(column.expression());
        }
    }

    private Column named(String name) {
        return shape.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
