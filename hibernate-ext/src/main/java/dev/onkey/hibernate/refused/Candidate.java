/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.refused;

import dev.onkey.hibernate.refused.KeyValues.Typed;
import java.util.List;
import java.util.Map;
import org.hibernate.LockMode;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.engine.spi.Status;
import org.jspecify.annotations.Nullable;

/**
 * An instance whose row may be the one that was refused.
 *
 * @param entity the instance
 * @param stage how far its row has come
 * @param values the attributes of the key, by path
 * @param text what the server would print for them, or null if that is in doubt
 */
record Candidate(
        Object entity,
        Stage stage,
        Map<String, Typed> values,
        @Nullable KeyText text) {

    enum Stage {
        /** Its insert runs, and the database makes the identifier. */
        SAVING,
        /** To be inserted, or in a batch. */
        NEW,
        /** To be updated, with another value of the key than before. */
        CHANGED,
        /** Sent in this transaction; perhaps in a batch that has not been executed. */
        WRITTEN
    }

    /** Looks at an instance of the session; null if its row cannot be the one. */
    static @Nullable Candidate of(
            SharedSessionContractImplementor session, Object entity, EntityEntry entry, List<String> paths) {
        KeyValues key = new KeyValues(session, entry.getPersister(), entity);
        Stage stage = stageOf(entry, key, paths);
        if (stage == null) {
            return null;
        }
        Map<String, Typed> values = key.of(paths);
        return new Candidate(
                entity,
                stage,
                values,
                values.isEmpty()
                        ? null
                        : KeyText.of(values.values().stream()
                                .map(each -> each.relational(session))
                                .toList()));
    }

    /** Whether the server could print this for the key, as far as can be told. */
    boolean mayHave(String printed) {
        return text == null || text.resembles(printed);
    }

    /** Whether the server prints this for the key. */
    boolean has(String printed) {
        return text != null && text.text().equals(printed);
    }

    private static @Nullable Stage stageOf(EntityEntry entry, KeyValues key, List<String> paths) {
        Status status = entry.getStatus();
        if (status == Status.SAVING) {
            return Stage.SAVING;
        }
        if (status != Status.MANAGED && status != Status.READ_ONLY) {
            return null;
        }
        if (!entry.isExistsInDatabase()) {
            return Stage.NEW;
        }
        if (key.changedSince(entry, paths)) {
            return Stage.CHANGED;
        }
        return entry.getLockMode().lessThan(LockMode.WRITE) ? null : Stage.WRITTEN;
    }
}
