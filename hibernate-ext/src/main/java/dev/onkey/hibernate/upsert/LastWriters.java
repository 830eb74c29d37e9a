/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which candidate has written each of an entity's rows last. */
final class LastWriters {

    private final Map<Object, Candidate> byId = new HashMap<>();

    /** The candidate that has been written to the row before, and comes later in the input; null if there is none. */
    @Nullable
    Candidate laterThan(Candidate candidate, WrittenRow row) {
        if (row.id() == null) {
            return null;
        }
        Candidate other = byId.get(row.id());
        if (other != null && other.position() > candidate.position()) {
            return other;
        }
        byId.put(row.id(), candidate);
        return null;
    }
}
