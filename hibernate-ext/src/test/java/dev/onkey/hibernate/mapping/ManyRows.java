/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.mapping;

import static dev.onkey.hibernate.Outcome.CREATED;
import static dev.onkey.hibernate.Outcome.UNCHANGED;
import static dev.onkey.hibernate.Outcome.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onkey.hibernate.UpsertedRow;
import dev.onkey.hibernate.upsert.Imported;
import dev.onkey.hibernate.upsert.Importing;
import dev.onkey.hibernate.upsert.Upserts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/** Many rows' life, once by Hibernate's own hand and once in one call of Onkey's: they must not differ in a byte. */
final class ManyRows<E> {

    private final TwoWays<E> ways;
    private final Mapping<E> mapping;
    private final SessionFactoryImplementor sessions;

    ManyRows(TwoWays<E> ways, Mapping<E> mapping, SessionFactoryImplementor sessions) {
        this.ways = ways;
        this.mapping = mapping;
        this.sessions = sessions;
    }

    /** Writes many rows in one call, and compares each with one that Hibernate has written by its own hand. */
    void checkCall(long firstKey, long seed, int count) {
        List<Object> persisted = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            persisted.add(ways.persist(firstKey + i, seed + i));
        }
        long ours = firstKey + count;
        List<UpsertedRow> created = upsertAll(ours, seed, count, false);
        assertThat(created).extracting(UpsertedRow::outcome).containsOnly(CREATED);
        assertAlike(created, persisted);

        assertThat(upsertAll(ours, seed, count, false))
                .extracting(UpsertedRow::outcome)
                .containsOnly(UNCHANGED);
        assertAlike(created, persisted);

        List<UpsertedRow> expected = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean changed = changePersisted(persisted.get(i), firstKey + i, other(seed, i));
            expected.add(new UpsertedRow(created.get(i).id(), changed ? UPDATED : UNCHANGED));
        }
        assertThat(upsertAll(ours, seed, count, true)).isEqualTo(expected);
        assertAlike(created, persisted);

        List<Object> got = getOrCreateAll(ours, seed, count + 2);
        assertThat(got.subList(0, count))
                .isEqualTo(created.stream().map(UpsertedRow::id).toList());
        assertThat(getOrCreateAll(ours, seed, count + 2)).isEqualTo(got);
        assertAlike(created, persisted);
    }

    /**
     * Writes many rows as an import of two chunks, and compares some of the second, which is expected to be new as the first was, with
     * those that Hibernate has written by its own hand.
     */
    void checkImport(long firstKey, long seed, int count, int compared) {
        List<Object> persisted = new ArrayList<>();
        for (int i = 0; i < compared; i++) {
            persisted.add(ways.persist(firstKey + i, seed + i));
        }
        long ours = firstKey + compared;
        assertThat(importAll(ours, seed, count, 0).created()).isEqualTo(count);
        assertImported(ours, seed, persisted);

        assertThat(importAll(ours, seed, count, 0).unchanged()).isEqualTo(count);
        assertImported(ours, seed, persisted);

        int changed = 0;
        for (int i = 0; i < compared; i++) {
            changed += changePersisted(persisted.get(i), firstKey + i, other(seed, i)) ? 1 : 0;
        }
        assertThat(importAll(ours, seed, count, compared).updated()).isEqualTo(changed);
        assertImported(ours, seed, persisted);
    }

    private Imported importAll(long firstKey, long seed, int count, int changed) {
        return sessions.fromTransaction(session -> Upserts.in(session)
                .upsertAll(
                        IntStream.iterate(count - 1, i -> i >= 0, i -> i - 1).mapToObj(i -> {
                            E row = ways.row(session, firstKey + i, seed + i);
                            if (i < changed) {
                                ways.change(session, row, firstKey + i, other(seed, i), -1, Set.of());
                            }
                            return row;
                        }),
                        Importing.of(mapping.type).chunksOf(count / 2)));
    }

    private void assertImported(long firstKey, long seed, List<Object> persisted) {
        for (int i = 0; i < persisted.size(); i++) {
            Object imported = ways.id(ways.getOrCreate(firstKey + i, seed + i));
            assertThat(ways.common(imported)).as("row %d of an import", i).isEqualTo(ways.common(persisted.get(i)));
        }
    }

    private List<Object> getOrCreateAll(long firstKey, long seed, int count) {
        List<E> entities = sessions.fromTransaction(session -> {
            List<E> candidates = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                candidates.add(ways.row(session, firstKey + i, seed + i));
            }
            List<E> got = Upserts.in(session).getOrCreateAll(candidates);
            got.forEach(each -> assertThat(session.contains(each)).isTrue());
            return got;
        });
        entities.forEach(ways::assertRead);
        return entities.stream().map(ways::id).toList();
    }

    /** One of the rows stays as it is. */
    private static long other(long seed, int row) {
        return row == 1 ? seed + row : seed + row + 1;
    }

    private boolean changePersisted(Object id, long key, long seed) {
        Map<String, String> before = ways.common(id);
        ways.changePersisted(id, key, seed, -1);
        return !ways.common(id).equals(before);
    }

    private List<UpsertedRow> upsertAll(long firstKey, long seed, int count, boolean changed) {
        return sessions.fromTransaction(session -> {
            List<E> rows = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                E row = ways.row(session, firstKey + i, seed + i);
                if (changed) {
                    ways.change(session, row, firstKey + i, other(seed, i), -1, Set.of());
                }
                rows.add(row);
            }
            return Upserts.in(session).upsertAll(rows);
        });
    }

    private void assertAlike(List<UpsertedRow> rows, List<Object> persisted) {
        for (int i = 0; i < rows.size(); i++) {
            assertThat(ways.common(rows.get(i).id())).as("row %d of many", i).isEqualTo(ways.common(persisted.get(i)));
        }
    }
}
