/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.row;

import java.util.List;
import java.util.function.Consumer;
import org.hibernate.metamodel.mapping.EntityIdentifierMapping;
import org.jspecify.annotations.Nullable;

/** The columns of an identifier that is known before the row is written. */
record IdentifierPart(EntityIdentifierMapping identifier, List<Typed> columns) implements RowPart {

    @Override
    public void values(Instance instance, Consumer<@Nullable Object> values) {
        identifier.breakDownJdbcValues(
                instance.id(), (index, value, column) -> values.accept(value), instance.session());
    }
}
