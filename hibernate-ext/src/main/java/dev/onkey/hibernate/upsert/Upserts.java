/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.Upserted;
import dev.onkey.hibernate.UpsertedRow;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;

/** Get-or-create and upsert on an {@link EntityManager}. */
public final class Upserts {

    private Upserts(EntityManager entityManager) {}

    public static Upserts in(EntityManager entityManager) {
        return new Upserts(entityManager);
    }

    public <E> E getOrCreate(E candidate) {
        throw new UnsupportedOperationException();
    }

    public <E> UpsertedRow insertIfAbsent(E candidate) {
        throw new UnsupportedOperationException();
    }

    public <E> Upserted<E> upsert(E candidate) {
        throw new UnsupportedOperationException();
    }

    public List<UpsertedRow> upsertAll(Collection<?> candidates) {
        throw new UnsupportedOperationException();
    }
}
