/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.row.Column;
import dev.onkey.hibernate.row.Column.Role;
import dev.onkey.hibernate.row.TableShape;
import dev.onkey.hibernate.upsert.Parameter.Source;
import java.util.ArrayList;
import java.util.List;

/** The statements that look many rows up, as text. Each selects the id, the natural key, and what else is asked for. */
final class LookUpSql {

    private final TableShape shape;

    /**
     * For a table.
     *
     * @param shape its columns, the id among them or behind them
     */
    LookUpSql(TableShape shape) {
        this.shape = shape;
    }

    /** Looks rows up by their natural keys, as the snapshot shows them. */
    RowsSql byKey() {
        List<Column> keys = shape.in(Role.KEY);
        SqlText tail = new SqlText().add(")");
        for (Column guard : shape.in(Role.GUARD)) {
            tail.add(" AND " + guard.name() + " <=> ");
            value(tail, guard);
        }
        return rows(select(List.of()) + " WHERE ", keys, tail.build());
    }

    /** Looks rows up by their ids, as they are now, and locks them. */
    RowsSql byId(List<String> more, boolean forUpdate, boolean ofTable) {
        List<Column> ids = shape.idColumns().stream().map(this::named).toList();
        // or the server might choose to read, and lock, a small table as a whole; a view has no index to name
        String head = select(more) + (ofTable ? " FORCE INDEX (PRIMARY)" : "") + " WHERE ";
        String lock = forUpdate ? " FOR UPDATE" : " LOCK IN SHARE MODE";
        return rows(head, ids, new Sql(")" + lock, List.of()));
    }

    /** Looks up a number of rows from an id on. */
    String from() {
        String id = shape.idColumns().get(0);
        return select(List.of()) + " WHERE " + id + " >= ? ORDER BY " + id + " LIMIT ?";
    }

    private String select(List<String> more) {
        List<String> selected = new ArrayList<>(shape.idColumns());
        shape.in(Role.KEY).forEach(key -> selected.add(key.name()));
        selected.addAll(more);
        return "SELECT " + String.join(", ", selected) + " FROM " + shape.table();
    }

    private RowsSql rows(String head, List<Column> compared, Sql tail) {
        SqlText tuple = new SqlText();
        if (compared.size() == 1) {
            Column only = compared.get(0);
            value(tuple, only);
            Sql row = tuple.build();
            return new RowsSql(
                    head + only.name() + " IN (", row.text(), ",", tail.text(), row.parameters(), tail.parameters());
        }
        // not (a, b) IN (…), for which MariaDB uses no index
        tuple.add("(").each(compared, " AND ", column -> {
            tuple.add(column.name() + " = ");
            value(tuple, column);
        });
        Sql row = tuple.add(")").build();
        return new RowsSql(head + "(", row.text(), " OR ", tail.text(), row.parameters(), tail.parameters());
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
