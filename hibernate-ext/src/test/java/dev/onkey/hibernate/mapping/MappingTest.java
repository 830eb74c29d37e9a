/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onkey.hibernate.OnkeySettings;
import dev.onkey.hibernate.TestFactory;
import dev.onkey.samples.mysql.MySqlServer;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.Version;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;

/**
 * Whatever the mapping, Onkey writes what Hibernate writes. {@code -Donkey.seed=} repeats a run, {@code -Donkey.rows=} sets how
 * many rows each mapping gets, {@code -Donkey.mapping=} names one.
 */
class MappingTest {

    static final String OTHER_DATABASE = "mapping_elsewhere";

    private static final long SEED = Long.getLong("onkey.seed", 1062);
    private static final int TOGETHER = 5;

    /** In two chunks, each of as many as are worth a temporary table. */
    private static final int IMPORTED = 400;

    private static final int ROWS = Integer.getInteger("onkey.rows", 4);

    private static final boolean HIBERNATE_7 = !Version.getVersionString().startsWith("6.");
    private static final String ONLY = System.getProperty("onkey.mapping", "");

    @BeforeAll
    static void createOtherDatabase() {
        MySqlServer.shared().freshDatabase(OTHER_DATABASE);
    }

    @org.junit.jupiter.api.TestFactory
    @DisplayName("enum, converter, JSON, embedded values as persist writes them")
    Stream<DynamicTest> values() {
        return tests(
                Basics.ALL,
                Temporals.ALL,
                Documents.ALL,
                HIBERNATE_7 ? Documents.SINCE_7 : List.of(),
                Embeddables.ALL,
                References.ALL);
    }

    @org.junit.jupiter.api.TestFactory
    @DisplayName("composite natural key, composite id, UUID / assigned / sequence-table ids")
    Stream<DynamicTest> identifiers() {
        return tests(GeneratedIds.ALL, AssignedIds.ALL);
    }

    @org.junit.jupiter.api.TestFactory
    @DisplayName("quoted, reserved, dotted names; schema-qualified tables; a table named `new`")
    Stream<DynamicTest> names() {
        return tests(Names.ALL);
    }

    @org.junit.jupiter.api.TestFactory
    @DisplayName("generated columns skipped and read back")
    Stream<DynamicTest> whatTheInstanceDoesNotHold() {
        return tests(Sources.ALL, Hierarchies.ALL, Hidden.ALL, HIBERNATE_7 ? Hidden.SINCE_7 : List.of());
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    private static Stream<DynamicTest> tests(List<Mapping<?>>... mappings) {
        return Stream.of(mappings)
                .flatMap(List::stream)
                .filter(each -> each.toString().contains(ONLY))
                .map(each -> DynamicTest.dynamicTest(each.toString(), () -> check(each)));
    }

    private static <E> void check(Mapping<E> mapping) {
        TestFactory.Builder builder = builder(mapping).url("allowLoadLocalInfile=true");
        try (TestFactory factory = builder.build();
                TestFactory reference = builder(mapping)
                        .url("useAffectedRows=false")
                        .set("hibernate.hbm2ddl.auto", "none")
                        .on(factory.url())) {
            if (mapping.entities.contains(Parent.class)) {
                factory.sessions().inTransaction(session -> {
                    for (long id = 1; id <= Parent.NUMBER; id++) {
                        session.persist(new Parent(id));
                    }
                });
            }
            TwoWays<E> ways = new TwoWays<>(mapping, factory.sessions(), reference.sessions());
            check(mapping, ways, 0);
            checkTogether(mapping, new ManyRows<>(ways, mapping, factory.sessions()));
            builder.set(OnkeySettings.UPSERT_STRATEGY, OnkeySettings.INSERT_FIRST)
                    .set("hibernate.hbm2ddl.auto", "none");
            try (TestFactory insertFirst = builder.on(factory.url())) {
                check(mapping, new TwoWays<>(mapping, insertFirst.sessions(), reference.sessions()), ROWS);
            }
        }
    }

    private static TestFactory.Builder builder(Mapping<?> mapping) {
        TestFactory.Builder builder = TestFactory.of("mapping", mapping.entities.toArray(Class<?>[]::new));
        mapping.settings.forEach(builder::set);
        return builder;
    }

    private static <E> void checkTogether(Mapping<E> mapping, ManyRows<E> rows) {
        try {
            rows.checkCall(1_000, SEED, TOGETHER);
            rows.checkImport(2_000, SEED, IMPORTED, TOGETHER);
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(mapping + ", many rows of -Donkey.seed=" + SEED + ": " + e.getMessage(), e);
        }
    }

    private static <E> void check(Mapping<E> mapping, TwoWays<E> ways, int first) {
        for (int row = first; row < first + ROWS; row++) {
            try {
                ways.check(row * 3L, SEED + row);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(
                        mapping + ", row " + row + " of -Donkey.seed=" + SEED + ": " + e.getMessage(), e);
            }
        }
        assertThat(ways.updates()).as("how often something was updated").isPositive();
    }
}
