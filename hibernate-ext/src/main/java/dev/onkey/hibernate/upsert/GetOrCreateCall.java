/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.engine.spi.SharedSessionContractImplementor;

/** One call that gets or creates the entities of many candidates, of one entity or of several that have a supertype in common. */
final class GetOrCreateCall<E> {

    private final SharedSessionContractImplementor session;
    private final Map<Class<?>, BulkGetOrCreate<E>> byType = new LinkedHashMap<>();
    private int size;

    GetOrCreateCall(SharedSessionContractImplementor session) {
        this.session = session;
    }

    /** Checks the candidates. */
    GetOrCreateCall<E> addAll(Collection<? extends E> candidates) {
        for (E candidate : candidates) {
            BulkCall.requireCandidate(candidate);
            byType.computeIfAbsent(candidate.getClass(), this::ofType).add(size++, candidate);
        }
        return this;
    }

    /** Finds the entities, and inserts those that are not there, all of them or none. */
    @SuppressWarnings("unchecked")
    List<E> entities() {
        byType.values().forEach(BulkGetOrCreate::find);
        List<BulkGetOrCreate<E>> incomplete =
                byType.values().stream().filter(each -> !each.isComplete()).toList();
        incomplete.forEach(BulkGetOrCreate::flush);
        BulkResults results = incomplete.isEmpty() ? unwritten() : Passes.get(session, () -> written(incomplete));
        E[] entities = (E[]) new Object[size];
        byType.values().forEach(each -> each.describe(results, (entity, position) -> entities[position] = entity));
        return List.of(entities);
    }

    private BulkResults written(List<BulkGetOrCreate<E>> incomplete) {
        BulkResults results = unwritten();
        incomplete.forEach(each -> each.write(results));
        results.tellRefused();
        return results;
    }

    private BulkResults unwritten() {
        return new BulkResults(Input.WHOLE, size);
    }

    @SuppressWarnings("unchecked")
    private BulkGetOrCreate<E> ofType(Class<?> type) {
        return new BulkGetOrCreate<>((Class<E>) type, session);
    }
}
