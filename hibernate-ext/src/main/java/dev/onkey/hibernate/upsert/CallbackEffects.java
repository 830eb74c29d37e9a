/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.row.Column.Role;
import dev.onkey.hibernate.row.MappedEntity;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What callbacks did to a candidate's values, and what that means for a row that exists. */
final class CallbackEffects {

    private CallbackEffects() {}

    /**
     * Changes the roles of the columns that callbacks have set.
     *
     * @param given what the candidate came with
     * @param inserted what {@code @PrePersist} made of it
     * @param updated what {@code @PreUpdate} made of it
     */
    static void of(
            @Nullable Object[] given,
            @Nullable Object[] inserted,
            @Nullable Object[] updated,
            MappedEntity entity,
            List<Role> roles,
            Set<String> separate) {
        for (int i = 0; i < given.length; i++) {
            if (entity.shape().columns().get(i).role() != Role.VALUE
                    || !entity.shape().columns().get(i).bound()) {
                continue;
            }
            boolean byInsert = !Objects.deepEquals(given[i], inserted[i]);
            boolean byUpdate = !Objects.deepEquals(given[i], updated[i]);
            if (entity.isUnset(i, given[i]) && (byInsert || byUpdate)) {
                // a stamp, and nothing that the candidate proposes: it must not make an unchanged row a changed one
                roles.set(i, byUpdate ? Role.TOUCH : Role.INSERT_ONLY);
            }
            if (!Objects.deepEquals(inserted[i], updated[i])) {
                separate.add(entity.shape().columns().get(i).name());
            }
        }
    }
}
