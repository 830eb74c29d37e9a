/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.row.Column;
import dev.onkey.hibernate.row.Column.Role;
import dev.onkey.hibernate.upsert.Update.Assignment;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The part of a statement that changes the row that it found. */
final class ChangeSql {

    private static final String FLAG =
            "LAST_INSERT_ID() IN (" + UpsertSql.CHANGED + ", " + (UpsertSql.CHANGED + UpsertSql.OTHER_TEXT) + ")";

    private final List<Assignment> assignments;
    private final List<Column> moved;
    private final Update update;
    private final Terms terms;

    ChangeSql(Update update, Terms terms) {
        this.update = update;
        this.assignments = update.assignments();
        this.terms = terms;
        this.moved = update.moved();
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
     * The assignments of a statement that has no flag: what moves works out for itself whether the row changes. That the condition
     * holds is known already.
     *
     * @throws IllegalArgumentException if a value would have to be read after it has moved
     */
    void inlined(SqlText sql) {
        checkReads();
        sql.each(moved, ", ", column -> {
            sql.add(column.name() + " = IF(");
            differs(sql);
            sql.add(", ");
            moved(sql, column);
            sql.add(", " + terms.stored(column.name()) + ")");
        });
        sql.add(moved.isEmpty() ? "" : ", ");
        sql.each(assignments, ", ", each -> {
            sql.add(each.column().name() + " = ");
            terms.value(sql, each.column(), each.value());
        });
    }

    /** The assignments of a statement that gets to no row but those that change, each with its table. */
    void ofChanged(SqlText sql) {
        sql.each(moved, ", ", column -> {
            sql.add(terms.stored(column.name()) + " = ");
            moved(sql, column);
        });
        sql.add(moved.isEmpty() ? "" : ", ");
        sql.each(assignments, ", ", each -> {
            sql.add(terms.stored(each.column().name()) + " = ");
            terms.value(sql, each.column(), each.value());
        });
    }

    /** Whether the row holds other values than it would be given. */
    void differs(SqlText sql) {
        sql.add("NOT (");
        sql.each(assignments, " AND ", each -> terms.isStored(sql, each.column(), each.value()));
        sql.add(")");
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
        differs(sql);
    }

    private void checkReads() {
        Set<String> read = new LinkedHashSet<>();
        for (Assignment each : assignments) {
            if (each.value() != null) {
                each.value().collectStored(read);
            }
        }
        for (Column column : moved) {
            if (read.contains(column.attribute())) {
                throw new IllegalArgumentException("This server cannot calculate with '" + column.attribute()
                        + "', which moves when the row changes: it keeps no values from before. Leave it out of"
                        + " the calculation.");
            }
        }
    }
}
