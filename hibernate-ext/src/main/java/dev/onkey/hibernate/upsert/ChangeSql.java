/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.row.Column;
import dev.onkey.hibernate.row.Column.Role;
import dev.onkey.hibernate.row.TableShape;
import dev.onkey.hibernate.upsert.Update.Assignment;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The part of a statement that changes the row that it found. */
final class ChangeSql {

    private static final String FLAG = "LAST_INSERT_ID() = " + UpsertSql.CHANGED;

    private final List<Assignment> assignments;
    private final List<Column> moved;
    private final Update update;
    private final Terms terms;

    ChangeSql(TableShape shape, Update update, Terms terms) {
        this.update = update;
        this.assignments = update.assignments();
        this.terms = terms;
        this.moved = new ArrayList<>();
        if (!assignments.isEmpty()) {
            moved.addAll(shape.in(Role.VERSION));
            moved.addAll(shape.in(Role.TOUCH));
        }
    }

    /** Whether something depends on whether the row changes, so that it has to be known before anything is written. */
    boolean isFlagged() {
        return !moved.isEmpty() || !assignments.isEmpty() && update.condition() != null;
    }

    /** The flag's value: whether the row changes. */
    void flag(SqlText sql) {
        sql.add("IF(");
        changes(sql);
        sql.add(", " + UpsertSql.CHANGED + ", " + UpsertSql.SAME + ")");
    }

    /** The assignments, each behind a comma, of a statement that has the flag where something depends on it. */
    void assignments(SqlText sql) {
        for (Assignment each : assignments) {
            sql.add(", " + each.column().name() + " = ");
            if (update.condition() == null) {
                terms.value(sql, each.column(), each.value());
            } else {
                sql.add("IF(" + FLAG + ", ");
                terms.value(sql, each.column(), each.value());
                sql.add(", " + terms.stored(each.column().name()) + ")");
            }
        }
        for (Column column : moved) {
            sql.add(", " + column.name() + " = IF(" + FLAG + ", ");
            moved(sql, column);
            sql.add(", " + terms.stored(column.name()) + ")");
        }
    }

    /**
     * The assignments of a statement that has no flag: each works out for itself whether the row changes.
     *
     * @throws UnsupportedOperationException if one would have to read what another has written
     */
    void inlined(SqlText sql) {
        sql.each(moved, ", ", column -> {
            sql.add(column.name() + " = IF(");
            changes(sql);
            sql.add(", ");
            moved(sql, column);
            sql.add(", " + terms.stored(column.name()) + ")");
        });
        sql.add(moved.isEmpty() ? "" : ", ");
        sql.each(inlinedOrder(), ", ", each -> {
            sql.add(each.column().name() + " = ");
            if (update.condition() == null) {
                terms.value(sql, each.column(), each.value());
            } else {
                sql.add("IF(");
                terms.condition(sql, update.condition());
                sql.add(", ");
                terms.value(sql, each.column(), each.value());
                sql.add(", " + terms.stored(each.column().name()) + ")");
            }
        });
    }

    private void moved(SqlText sql, Column column) {
        if (column.role() == Role.VERSION) {
            sql.add(terms.stored(column.name()) + " + 1");
        } else {
            terms.proposed(sql, column);
        }
    }

    private void changes(SqlText sql) {
        if (update.condition() != null) {
            terms.condition(sql, update.condition());
            sql.add(" AND ");
        }
        sql.add("NOT (");
        sql.each(assignments, " AND ", each -> terms.isStored(sql, each.column(), each.value()));
        sql.add(")");
    }

    /** The assignments in an order in which the condition, too, reads nothing that is written already. */
    private List<Assignment> inlinedOrder() {
        List<Assignment> reading = assignments.stream().map(this::withCondition).toList();
        Set<String> read = new LinkedHashSet<>();
        reading.stream().map(Assignment::value).forEach(value -> value.collectStored(read));
        Set<String> problems = new LinkedHashSet<>();
        List<Column> order = AssignmentOrder.of(reading, problems).stream()
                .map(Assignment::column)
                .toList();
        if (!problems.isEmpty() || moved.stream().anyMatch(column -> read.contains(column.attribute()))) {
            throw new UnsupportedOperationException("This server cannot carry out the update: its condition reads "
                    + read + ", which it also writes, and the server keeps no values from before.");
        }
        List<Assignment> ordered = new ArrayList<>(assignments);
        ordered.sort((one, other) -> order.indexOf(one.column()) - order.indexOf(other.column()));
        return ordered;
    }

    private Assignment withCondition(Assignment assignment) {
        List<Term> read = new ArrayList<>();
        if (update.condition() != null) {
            read.add(update.condition());
        }
        if (assignment.value() != null) {
            read.add(assignment.value());
        }
        return new Assignment(assignment.column(), new Term.Call("", "", "", read));
    }
}
