/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.row;

import dev.onkey.hibernate.row.Column.Kind;
import dev.onkey.hibernate.row.Column.Role;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.metamodel.mapping.DiscriminatorMapping;
import org.hibernate.metamodel.mapping.SoftDeleteMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** A column that tells rows of one kind apart from others in the same table, and has the same value in all of them. */
record ConstantPart(List<Typed> columns) implements RowPart {

    /** The column that says which class of a hierarchy a row belongs to. */
    static ConstantPart discriminator(DiscriminatorMapping discriminator, EntityPersister persister) {
        return of("{discriminator}", discriminator.getSelectionExpression(), persister.getDiscriminatorSQLValue());
    }

    /** The column that says whether a row is deleted: a row that is written is not. */
    static ConstantPart softDeletion(SoftDeleteMapping softDelete) {
        String notDeleted = softDelete.getWriteExpression();
        return of("{soft-delete}", softDelete.getSelectionExpression(), notDeleted == null ? "NULL" : notDeleted);
    }

    @Override
    public void values(Instance instance, Consumer<@Nullable Object> values) {
        values.accept(null);
    }

    private static ConstantPart of(String attribute, String column, String value) {
        return new ConstantPart(
                List.of(new Typed(new Column(column, attribute, value, false, Kind.ORDERED, Role.GUARD), null, false)));
    }
}
