/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.row.Column;
import dev.onkey.hibernate.row.Column.Kind;
import dev.onkey.hibernate.row.Column.Role;
import dev.onkey.hibernate.row.TableShape;
import dev.onkey.hibernate.upsert.Parameter.Source;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Writes values into a statement, in the words of the server. */
final class Terms {

    private final TableShape shape;
    private final Separate separate;
    private final @Nullable UnaryOperator<String> proposed;

    /**
     * Writes for a table.
     *
     * @param proposed what a column of the proposed row is called; null where there is none, and its values are bound
     */
    Terms(TableShape shape, Separate separate, @Nullable UnaryOperator<String> proposed) {
        this.shape = shape;
        this.separate = separate;
        this.proposed = proposed;
    }

    /** What the row holds. */
    String stored(String column) {
        return shape.table() + "." + column;
    }

    /** What the row is updated with, unless the caller says otherwise. */
    void proposed(SqlText sql, Column column) {
        if (column.role() == Role.OMITTED) {
            sql.add("NULL");
        } else if (separate.has(column.name())) {
            sql.bind(column.expression(), new Parameter(Source.UPDATED, position(column), null));
        } else {
            inserted(sql, column);
        }
    }

    private void inserted(SqlText sql, Column column) {
        if (proposed != null) {
            sql.add(proposed.apply(column.name()));
        } else if (column.bound()) {
            sql.bind(column.expression(), new Parameter(Source.INSERTED, position(column), null));
        } else {
            sql.add(column.expression());
        }
    }

    /** A value for a column; null for what is proposed. */
    void value(SqlText sql, Column column, @Nullable Term term) {
        if (term == null) {
            proposed(sql, column);
        } else {
            write(sql, term, column);
        }
    }

    /** A condition. */
    void condition(SqlText sql, Term term) {
        write(sql, term, null);
    }

    /** Whether the row holds a value for a column already. */
    void isStored(SqlText sql, Column column, @Nullable Term term) {
        isStored(sql, column, () -> value(sql, column, term));
    }

    /** Whether the row holds what it would be inserted with. */
    void isInserted(SqlText sql, Column column) {
        isStored(sql, column, () -> inserted(sql, column));
    }

    private void isStored(SqlText sql, Column column, Runnable value) {
        boolean text = column.kind() == Kind.TEXT;
        sql.add(text ? "CAST(" + stored(column.name()) + " AS BINARY) <=> CAST(" : stored(column.name()) + " <=> ");
        value.run();
        sql.add(text ? " AS BINARY)" : "");
    }

    private void write(SqlText sql, Term term, @Nullable Column context) {
        if (term instanceof Term.Stored stored) {
            sql.add(stored(shape.column(stored.attribute()).name()));
        } else if (term instanceof Term.Proposed given) {
            proposed(sql, shape.column(given.attribute()));
        } else if (term instanceof Term.Literal literal) {
            literal(sql, literal, context);
        } else if (term instanceof Term.Call call) {
            Column nearest = nearest(call, context);
            sql.add(call.open());
            sql.each(call.operands(), call.separator(), operand -> write(sql, operand, nearest));
            sql.add(call.close());
        }
    }

    private void literal(SqlText sql, Term.Literal literal, @Nullable Column context) {
        if (context == null) {
            throw new IllegalArgumentException(
                    "The condition compares two values, and no attribute: it is always true or always false. Name an"
                            + " attribute in it.");
        }
        sql.bind(context.expression(), new Parameter(Source.LITERAL, position(context), literal.value()));
    }

    /** The column that a value beside it is stored like. */
    private @Nullable Column nearest(Term.Call call, @Nullable Column context) {
        Set<String> named = new LinkedHashSet<>();
        call.operands().stream().filter(term -> !(term instanceof Term.Call)).forEach(term -> term.collectNamed(named));
        if (named.isEmpty() && context == null) {
            call.collectNamed(named);
        }
        return named.isEmpty() ? context : shape.column(named.iterator().next());
    }

    private int position(Column column) {
        List<String> names = shape.columns().stream().map(Column::name).toList();
        return names.indexOf(column.name());
    }
}
