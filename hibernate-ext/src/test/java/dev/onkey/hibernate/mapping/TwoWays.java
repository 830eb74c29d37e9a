/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.mapping;

import static dev.onkey.hibernate.Outcome.CREATED;
import static dev.onkey.hibernate.Outcome.UNCHANGED;
import static dev.onkey.hibernate.Outcome.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onkey.hibernate.Outcome;
import dev.onkey.hibernate.Upserted;
import dev.onkey.hibernate.UpsertedRow;
import dev.onkey.hibernate.upsert.Upserts;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.persister.entity.EntityPersister;

/** One row's life, once by Hibernate's own hand and once by Onkey's: they must not differ in a byte. */
final class TwoWays<E> {

    private final Mapping<E> mapping;
    private final SessionFactoryImplementor sessions;
    private final SessionFactoryImplementor reference;
    private final EntityPersister persister;
    private final StoredRows rows;
    private int updates;

    /**
     * Compares them.
     *
     * @param sessions those that Onkey writes in
     * @param reference those that Hibernate updates in: where the driver counts changed rows only, a flush fails that changes none
     */
    TwoWays(Mapping<E> mapping, SessionFactoryImplementor sessions, SessionFactoryImplementor reference) {
        this.mapping = mapping;
        this.sessions = sessions;
        this.reference = reference;
        this.persister = sessions.getMappingMetamodel().getEntityDescriptor(mapping.type);
        this.rows = new StoredRows(persister, mapping);
    }

    /** How many of the updates changed something. */
    int updates() {
        return updates;
    }

    /** Writes three rows that differ in nothing but their keys, and compares them at every step. */
    void check(long key, long seed) {
        Object persisted = persist(key, seed);
        Object upserted = created(key + 1, seed);
        Object inserted = insertIfAbsent(key + 2, seed, CREATED);
        assertThat(common(upserted)).as("upserted").isEqualTo(common(persisted));
        assertThat(common(inserted)).as("inserted").isEqualTo(common(persisted));

        Map<String, String> before = all(upserted);
        assertThat(insertIfAbsent(key + 1, seed + 1, UNCHANGED)).isEqualTo(upserted);
        assertThat(id(getOrCreate(key + 1, seed + 1))).isEqualTo(upserted);
        assertThat(upsert(key + 1, seed).outcome()).as("the same again").isEqualTo(UNCHANGED);
        assertThat(all(upserted)).as("the same again").isEqualTo(before);

        int one = new Random(seed).nextInt(persister.getPropertyNames().length);
        update(key, persisted, upserted, seed, seed + 1, one);
        update(key, persisted, upserted, seed + 1, seed + 1, -1);
    }

    Object persist(long key, long seed) {
        return sessions.fromTransaction(session -> {
            E row = row(session, key, seed);
            session.persist(row);
            session.flush();
            return persister.getIdentifier(row, (SharedSessionContractImplementor) session);
        });
    }

    private Object created(long key, long seed) {
        Upserted<E> upserted = upsert(key, seed);
        assertThat(upserted.outcome()).isEqualTo(CREATED);
        return id(upserted.entity());
    }

    private Object insertIfAbsent(long key, long seed, Outcome outcome) {
        UpsertedRow inserted =
                sessions.fromTransaction(session -> Upserts.in(session).insertIfAbsent(row(session, key, seed)));
        assertThat(inserted.outcome()).isEqualTo(outcome);
        return inserted.id();
    }

    E getOrCreate(long key, long seed) {
        E got = sessions.fromTransaction(session -> Upserts.in(session).getOrCreate(row(session, key, seed)));
        assertRead(got);
        return got;
    }

    private Upserted<E> upsert(long key, long seed) {
        return upsert(key, seed, seed, -1);
    }

    private Upserted<E> upsert(long key, long seed, long other, int attribute) {
        Upserted<E> upserted = sessions.fromTransaction(session -> {
            E candidate = row(session, key, seed);
            change(session, candidate, key, other, attribute, Set.of());
            return Upserts.in(session).upsert(candidate);
        });
        assertRead(upserted.entity());
        return upserted;
    }

    /** Changes one attribute, or all of them if it is negative, in both ways. */
    private void update(long key, Object persisted, Object upserted, long seed, long other, int attribute) {
        String name = attribute < 0 ? "every attribute" : persister.getPropertyNames()[attribute];
        Map<String, String> before = common(persisted);
        changePersisted(persisted, key, other, attribute);
        Map<String, String> expected = common(persisted);
        boolean changed = !expected.equals(before);
        updates += changed ? 1 : 0;
        Map<String, String> earlier = all(upserted);

        Upserted<E> result = upsert(key + 1, seed, other, attribute);

        assertThat(common(upserted)).as("changed %s", name).isEqualTo(expected);
        assertThat(result.outcome())
                .as("changed %s from %s to %s", name, before, expected)
                .isEqualTo(changed ? UPDATED : UNCHANGED);
        assertThat(id(result.entity())).isEqualTo(upserted);
        Map<String, String> later = all(upserted);
        mapping.kept.forEach(column -> assertThat(later.get(column)).as(column).isEqualTo(earlier.get(column)));
        mapping.moved.forEach(column -> {
            boolean same = later.get(column).equals(earlier.get(column));
            // within one second nothing is seen to move where the driver sends no fractions, as it does to MariaDB
            // 10.11
            if (!same || !changed || !withoutFraction(later.get(column))) {
                assertThat(same).as(column).isEqualTo(!changed);
            }
        });
    }

    /** In the bytes of {@link StoredRows}: ".000000" at the end. */
    private static boolean withoutFraction(String timestamp) {
        return timestamp.endsWith("2E303030303030");
    }

    void changePersisted(Object id, long key, long seed, int attribute) {
        reference.inTransaction(
                session -> change(session, session.find(mapping.type, id), key, seed, attribute, mapping.left));
    }

    void change(Session session, E changed, long key, long seed, int attribute, Set<String> left) {
        E other = row(session, key, seed);
        for (int i = 0; i < persister.getPropertyNames().length; i++) {
            boolean version = persister.isVersioned()
                    && i == persister.getVersionMapping().getVersionAttribute().getStateArrayPosition();
            boolean leave = version || left.contains(persister.getPropertyNames()[i]);
            if ((attribute < 0 || attribute == i) && !leave) {
                persister.setValue(changed, i, persister.getValue(other, i));
            }
        }
    }

    void assertRead(E returned) {
        sessions.inTransaction(session -> {
            E read = session.find(mapping.type, id(returned));
            for (int i = 0; i < persister.getPropertyNames().length; i++) {
                if (persister.getPropertyTypes()[i].isCollectionType()) {
                    continue;
                }
                Object expected = persister.getValue(read, i);
                Object actual = persister.getValue(returned, i);
                assertThat(persister.getPropertyTypes()[i].isEqual(actual, expected, sessions))
                        .as("%s is %s and returned as %s", persister.getPropertyNames()[i], expected, actual)
                        .isTrue();
            }
        });
    }

    E row(Session session, long key, long seed) {
        return mapping.row.apply(key, new Values(seed, session));
    }

    Object id(Object entity) {
        return sessions.fromSession(
                session -> persister.getIdentifier(entity, (SharedSessionContractImplementor) session));
    }

    Map<String, String> common(Object id) {
        return sessions.fromTransaction(session -> rows.common(session, id));
    }

    private Map<String, String> all(Object id) {
        return sessions.fromTransaction(session -> rows.all(session, id));
    }
}
