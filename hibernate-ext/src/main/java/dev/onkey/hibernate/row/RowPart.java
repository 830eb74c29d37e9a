/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.row;

import java.util.List;
import java.util.function.Consumer;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.jspecify.annotations.Nullable;

/** Columns of a row that get their values from one place: the identifier, an attribute, or the mapping itself. */
interface RowPart {

    /** The columns; fixed. */
    List<Typed> columns();

    /** Passes on what the instance puts into each of the columns, in their order. */
    void values(Instance instance, Consumer<@Nullable Object> values);

    /**
     * A column, and how its values are bound.
     *
     * @param type null if the column is given a constant
     * @param primitive whether the attribute cannot be null, so that 0 may mean that nobody has set it
     */
    record Typed(Column column, @Nullable JdbcMapping type, boolean primitive) {}
}
