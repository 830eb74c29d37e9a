/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.row.MappedEntity;
import dev.onkey.hibernate.row.TableShape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The row that a candidate proposes.
 *
 * @param instance the candidate, or the copy of it that its callbacks were called on
 * @param id the identifier of a new row, or null if the server makes it
 * @param values what the row is inserted with, one value for each column
 * @param updates what an existing row is updated with; the same array unless callbacks made a difference
 * @param shape the columns in the roles that they have for this candidate
 * @param separate the columns whose update proposes another value than the insert
 * @param versioned whether the candidate claims to know the version of the stored row
 */
record Proposal(
        Object instance,
        @Nullable Object id,
        @Nullable Object[] values,
        @Nullable Object[] updates,
        TableShape shape,
        Separate separate,
        boolean versioned) {

    /** The identifier of a stored row, from the values of its columns; null if only its entity can tell. */
    @Nullable
    Object idOf(List<@Nullable Object> columns, MappedEntity entity) {
        if (entity.identifiers().basic()) {
            return entity.identifiers().fromColumn(columns.get(0));
        }
        // as the server has found it by this very key
        return entity.shape().keyIsId() && !entity.shape().keyIsTextId() ? id : null;
    }

    /** What an existing row is updated with, one value for each column. */
    @Nullable
    Object[] updateValues() {
        if (separate == Separate.NONE) {
            return values;
        }
        @Nullable Object[] merged = values.clone();
        for (int i = 0; i < merged.length; i++) {
            if (separate.has(shape.columns().get(i).name())) {
                merged[i] = updates[i];
            }
        }
        return merged;
    }
}
