/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.refused;

import dev.onkey.hibernate.DuplicateEntityException;
import dev.onkey.hibernate.duplicate.RefusedRow;
import dev.onkey.hibernate.refused.Candidate.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/** Finds the instance whose row was refused: the only one that can be, or none. */
final class RefusedInstance {

    private RefusedInstance() {}

    /** The same exception, with the instance where that is certain. */
    static DuplicateEntityException named(
            DuplicateEntityException duplicate, SharedSessionContractImplementor session) {
        try {
            Candidate found = find(duplicate, session);
            return found == null ? duplicate : duplicate.about(found.entity(), plain(found));
        } catch (RuntimeException defect) {
            // whatever is wrong with us, the application gets the answer that it would have had without us
            duplicate.addSuppressed(defect);
            return duplicate;
        }
    }

    private static @Nullable Candidate find(
            DuplicateEntityException duplicate, SharedSessionContractImplementor session) {
        Class<?> type = duplicate.entityType();
        if (type == null || duplicate.key().collection() != null || duplicate.entity() != null) {
            return null;
        }
        RefusedRow row = RefusedRow.of(duplicate);
        return row == null ? null : theOne(candidates(session, type, duplicate.attributes()), row, batches(session));
    }

    private static List<Candidate> candidates(
            SharedSessionContractImplementor session, Class<?> type, List<String> attributes) {
        List<Candidate> found = new ArrayList<>();
        for (Map.Entry<Object, EntityEntry> each :
                session.getPersistenceContextInternal().reentrantSafeEntityEntries()) {
            Candidate candidate = type.isInstance(each.getKey())
                    ? Candidate.of(session, each.getKey(), each.getValue(), attributes)
                    : null;
            if (candidate != null) {
                found.add(candidate);
            }
        }
        return found;
    }

    private static boolean batches(SharedSessionContractImplementor session) {
        Integer size = session.getConfiguredJdbcBatchSize();
        return size != null && size > 1;
    }

    private static @Nullable Candidate theOne(List<Candidate> all, RefusedRow row, boolean batches) {
        List<Candidate> saving =
                all.stream().filter(each -> each.stage() == Stage.SAVING).toList();
        List<Candidate> possible = new ArrayList<>(all);
        // what is saved at once is in no batch, and no batch waits meanwhile
        possible.removeIf(each -> each.stage() == Stage.WRITTEN && (!batches || !saving.isEmpty()));
        if (!saving.isEmpty() && possible.equals(saving)) {
            // the innermost: they are saved one inside the other, as cascades lead to them
            possible = List.of(saving.get(saving.size() - 1));
        }
        List<Candidate> alike =
                possible.stream().filter(each -> each.mayHave(row.value())).toList();
        boolean certain =
                alike.size() == 1 && (possible.size() == 1 || alike.get(0).has(row.value()));
        return certain ? alike.get(0) : null;
    }

    private static Map<String, Object> plain(Candidate candidate) {
        Map<String, Object> values = new LinkedHashMap<>();
        candidate.values().forEach((path, typed) -> values.put(path, typed.value()));
        return values;
    }
}
