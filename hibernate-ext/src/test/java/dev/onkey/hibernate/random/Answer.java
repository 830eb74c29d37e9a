/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.random;

import dev.onkey.hibernate.DuplicateEntityException;
import dev.onkey.hibernate.DuplicateKey;
import dev.onkey.hibernate.random.Kind.Key;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.List;
import org.hibernate.StaleStateException;

/** What an operation comes to, as a text that the library's side and the model's are compared by. */
final class Answer {

    static final String STALE = "stale";
    static final String REFUSED = "refused";
    /** ER_CHECKREAD of MariaDB: a row is newer than the snapshot, and the transaction was rolled back. */
    static final String NEWER_THAN_THE_SNAPSHOT = "error 1020";

    private Answer() {}

    static String duplicate(Kind kind, Key key) {
        return duplicate(key.kind(), key.constraint(), kind.type(), key.attributes());
    }

    /** What an exception says; its own text if it is none that an operation may throw. */
    static String of(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof SQLException error && error.getErrorCode() == 1020) {
                return NEWER_THAN_THE_SNAPSHOT;
            }
        }
        if (DuplicateEntityException.findIn(thrown).isPresent()) {
            DuplicateKey key = DuplicateEntityException.findIn(thrown).get().key();
            return duplicate(key.kind(), key.constraint(), key.entityType(), key.attributes());
        }
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof StaleStateException || each instanceof OptimisticLockException) {
                return STALE;
            }
        }
        return thrown instanceof IllegalArgumentException ? REFUSED : thrown.toString();
    }

    private static String duplicate(DuplicateKey.Kind kind, String constraint, Class<?> type, List<String> attributes) {
        return "duplicate " + kind + " " + constraint + " " + attributes + " of "
                + (type == null ? "?" : type.getSimpleName());
    }
}
