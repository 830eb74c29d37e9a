/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import dev.onkey.hibernate.upsert.UpsertPlans;
import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Which persistence unit each {@link UpsertRepository} of an application belongs to. */
final class RepositoryUnits {

    private final Map<Class<?>, Unit> units = new ConcurrentHashMap<>();

    void add(Class<?> repository, Unit unit) {
        Unit other = units.putIfAbsent(repository, unit);
        if (other != null && !other.beanName().equals(unit.beanName())) {
            throw new NotUpsertableException(
                    repository,
                    "there are two of it, '" + other.beanName() + "' and '" + unit.beanName()
                            + "', and a call would not know which of them it was made on. Declare an interface for each.");
        }
    }

    EntityManager entityManagerOf(Class<?> repository) {
        return unitOf(repository).entityManager().get();
    }

    /** Refuses repositories that could not work. */
    void check() {
        units.keySet().stream().sorted(Comparator.comparing(Class::getName)).forEach(repository -> {
            String objection = UpsertPlans.objectionTo(
                    unitOf(repository).entity(), entityManagerOf(repository).getEntityManagerFactory());
            if (objection != null) {
                throw new NotUpsertableException(repository, objection);
            }
        });
    }

    private Unit unitOf(Class<?> repository) {
        return Objects.requireNonNull(units.get(repository));
    }

    /**
     * Where a repository works.
     *
     * @param beanName the repository's
     * @param entity what it stores
     * @param entityManager the one that it was made for
     */
    record Unit(String beanName, Class<?> entity, Supplier<EntityManager> entityManager) {}
}
