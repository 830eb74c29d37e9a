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

/**
 * The statements that look many rows up, as text. Each selects the id, the natural key, and what else is asked for.
 *
 * <p>Where values are texts, or each row has several, they are a table to join with, if the server knows such tables:
 *
 * <pre>{@code
 * SELECT id, email FROM (VALUES ROW(?),ROW(?)) AS onkey_sought (onkey_1) STRAIGHT_JOIN account ON email = onkey_1
 * }</pre>
 *
 * <p>For {@code email IN (?,?)} the server compares and sorts all of them before it reads the first row: of 1,000 texts that takes
 * twice as long as the join, and of 1,000 pairs up to thirteen times.
 */
final class LookUpSql {

    private final TableShape shape;
    private final boolean joins;
    private final boolean ofTable;

    /**
     * For a table.
     *
     * @param shape its columns, the id among them or behind them
     * @param ofTable whether it is known to be one, and not a view, of whose indexes nothing is known
     */
    LookUpSql(TableShape shape, ServerSyntax syntax, boolean ofTable) {
        this.shape = shape;
        this.joins = syntax.rowAlias() && ofTable;
        this.ofTable = ofTable;
    }

    /** Looks rows up by their natural keys, as the snapshot shows them. */
    RowsSql byKey() {
        return rows(select(List.of()), shape.in(Role.KEY), "", guards(""));
    }

    /** Looks rows up by their ids, as they are now, and locks them; those that are of another kind by now are gone. */
    RowsSql byId(List<String> more, boolean forUpdate) {
        List<Column> ids = shape.idColumns().stream().map(this::named).toList();
        // or the server might choose to read, and lock, a small table as a whole
        String index = ofTable ? " FORCE INDEX (PRIMARY)" : "";
        return rows(select(more), ids, index, guards(forUpdate ? " FOR UPDATE" : " LOCK IN SHARE MODE"));
    }

    /** Looks up a number of rows from an id on. */
    String from() {
        String id = shape.idColumns().get(0);
        return select(List.of()) + shape.table() + " WHERE " + id + " >= ? ORDER BY " + id + " LIMIT ?";
    }

    private Sql guards(String lock) {
        SqlText guards = new SqlText();
        for (Column guard : shape.in(Role.GUARD)) {
            guards.add(" AND " + guard.name() + " <=> ");
            value(guards, guard);
        }
        return guards.add(lock).build();
    }

    private String select(List<String> more) {
        List<String> selected = new ArrayList<>(shape.idColumns());
        shape.in(Role.KEY).forEach(key -> selected.add(key.name()));
        selected.addAll(more);
        return "SELECT " + String.join(", ", selected) + " FROM ";
    }

    private RowsSql rows(String select, List<Column> compared, String index, Sql tail) {
        boolean worthIt = compared.size() > 1 || compared.get(0).kind() == Kind.TEXT;
        // as text 08:30:00 is not 08:30:00.000000
        boolean times = compared.stream().anyMatch(column -> column.kind() == Kind.TIME_OF_DAY);
        return joins && worthIt && !times
                ? joined(select, compared, index, tail)
                : listed(select, compared, index, tail);
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

    private RowsSql listed(String select, List<Column> compared, String index, Sql tail) {
        String where = select + shape.table() + index + " WHERE ";
        if (compared.size() == 1) {
            Column only = compared.get(0);
            return rows(where + only.name() + " IN (", tuple("", compared, column -> ""), ",", ")", tail);
        }
        // not (a, b) IN (…), for which MariaDB uses no index
        Sql row = tuple(" AND ", compared, column -> column.name() + " = ");
        return rows(where + "((", row, ") OR (", "))", tail);
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
