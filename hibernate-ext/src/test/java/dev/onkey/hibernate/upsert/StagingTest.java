/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.onkey.hibernate.DuplicateEntityException;
import dev.onkey.hibernate.TestFactory;
import dev.onkey.hibernate.UpsertedRow;
import jakarta.persistence.OptimisticLockException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.exception.DataException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Imports by way of a temporary table: nothing of them differs from the usual way but the time they take. */
class StagingTest {

    private static final long SEED = Long.getLong("onkey.seed", 1062);
    private static final Importing<Part> PARTS = Importing.of(Part.class).chunksOf(500);
    private static final Importing<Reading> READINGS =
            Importing.of(Reading.class).chunksOf(300);

    private static TestFactory factory;
    private static TestFactory usual;
    private static Jdbc jdbc;

    @BeforeAll
    static void start() {
        usual = TestFactory.of("not_staged", Part.class, Reading.class).build();
        jdbc = new Jdbc(usual.url());
        jdbc.execute("set global local_infile = on");
        factory = staging("staged").build();
        jdbc = new Jdbc(factory.url());
        ServerSyntax syntax = ServerSyntax.of(jdbc.row("select version()"));
        assumeTrue(syntax.rowAlias() && !factory.insertsFirst(), "older servers have the usual way alone");
    }

    @AfterAll
    static void stop() {
        factory.close();
        usual.close();
    }

    @BeforeEach
    void empty() {
        jdbc.execute("delete from Part");
        factory.statements().clear();
    }

    @Test
    @DisplayName("where the driver and the server allow files, a chunk is sent as one, and counts the same")
    void tellsTheSame() {
        assertThat(counts(staged(Part.numbers(0, 1_000)))).isEqualTo("1000, 0, 0");
        assertThat(counts(staged(Part.numbers(0, 1_000)))).isEqualTo("0, 0, 1000");
        List<Part> parts = new ArrayList<>(Part.numbers(500, 2_000));
        parts.subList(0, 100).forEach(part -> part.name("changed"));
        Collections.shuffle(parts, new Random(SEED));

        assertThat(counts(staged(parts))).isEqualTo("1000, 100, 400");
        assertThat(counts(staged(parts))).isEqualTo("0, 0, 1500");

        assertThat(jdbc.row("select count(*), sum(version), sum(name = 'changed') from Part"))
                .isEqualTo("2000|100|100");
    }

    @Test
    void takesFewStatements() {
        staged(Part.numbers(0, 1_000));
        // create, load, look up, insert, drop; after a new chunk only load
        assertThat(factory.statements()).hasSize(5 + 1);
        factory.statements().clear();

        staged(Part.numbers(0, 500));
        assertThat(factory.statements()).hasSize(5);
        factory.statements().clear();

        staged(Part.numbers(0, 500).stream().map(part -> part.name("new")).toList());
        assertThat(factory.statements()).hasSize(6);
    }

    @Test
    void storesTheSameInEveryColumn() {
        Random random = new Random(SEED);
        for (int round = 0; round < 6; round++) {
            List<Reading> readings = new ArrayList<>();
            IntStream.range(0, 900).forEach(i -> readings.add(Reading.random(i + random.nextInt(3) * 900, random)));
            Set<Long> once = new HashSet<>();
            readings.removeIf(each -> !once.add(each.number));
            factory.statements().clear();

            Imported expected = in(usual, readings.stream(), READINGS);
            Imported imported = in(factory, readings.stream(), READINGS);

            assertThat(counts(imported)).as("round %d of %d", round, SEED).isEqualTo(counts(expected));
            assertThat(rows(factory)).as("round %d of %d", round, SEED).isEqualTo(rows(usual));
            assertThat(files()).isEqualTo((readings.size() + 299) / 300);
        }
    }

    @Test
    @DisplayName("a bad row is left out and told once, and everything else is in")
    void leavesBadRowsToTheUsualWay() {
        staged(List.of(Part.number(9_000).sku("taken"), Part.number(1_200)));
        jdbc.execute("update Part set version = 5 where code = 'p1200'");
        List<Part> parts = new ArrayList<>(Part.numbers(0, 2_000));
        parts.set(3, null);
        parts.set(600, Part.number(600).sku("taken"));
        parts.set(1_200, Part.number(1_200).name("stale").version(2));
        parts.set(1_700, Part.number(1_700).name("longer than ten"));
        List<RefusedRow<Part>> refused = new ArrayList<>();

        Imported imported = in(factory, parts.stream(), PARTS.onRefused(refused::add));

        assertThat(refused).extracting(RefusedRow::position).containsExactly(3L, 600L, 1_200L, 1_700L);
        assertThat(refused.get(1).reason()).isInstanceOf(DuplicateEntityException.class);
        assertThat(refused.get(2).reason()).isInstanceOf(OptimisticLockException.class);
        assertThat(refused.get(3).reason()).isInstanceOf(DataException.class).hasMessageContaining("number 1701");
        assertThat(counts(imported)).isEqualTo("1996, 0, 0");
        assertThat(files()).isEqualTo(3);
        assertThatThrownBy(() -> in(factory, parts.subList(1_500, 2_000).stream(), PARTS))
                .isInstanceOf(DataException.class);
    }

    @Test
    void triesNoMoreAfterWhatCannotBeLoaded() {
        List<Part> parts = new ArrayList<>(Part.numbers(0, 2_000));
        parts.set(100, Part.number(100).name("longer than ten"));

        Imported imported = in(factory, parts.stream(), PARTS.onRefused(row -> {}));

        assertThat(counts(imported)).isEqualTo("1999, 0, 0");
        assertThat(files()).isEqualTo(1);
    }

    @Test
    @DisplayName("among rows that are likely to be new, one that exists or does not fit leaves no other out")
    void whatIsNotNewAfterAll() {
        staged(List.of(Part.number(1_700).name("old")));
        jdbc.execute("alter table Part add constraint some check (amount > 0)");
        List<Part> parts = new ArrayList<>(Part.numbers(0, 4_000));
        parts.set(600, Part.number(600).name("longer than ten"));
        parts.set(2_600, Part.number(2_600).amount(0));
        parts.set(3_600, new Part("\u00e6ther").name("first"));
        parts.set(3_700, new Part("aether").name("last"));
        List<RefusedRow<Part>> refused = new ArrayList<>();

        Imported imported = in(factory, parts.stream(), PARTS.onRefused(refused::add));
        jdbc.execute("alter table Part drop constraint some");

        assertThat(refused).extracting(RefusedRow::position).containsExactly(600L, 2_600L);
        assertThat(counts(imported)).isEqualTo("3996, 2, 0");
        assertThat(jdbc.row("select count(*), sum(name = 'part'), sum(name = 'last') from Part"))
                .isEqualTo("3997|3996|1");
        assertThat(factory.statements().stream()
                        .filter(each -> each.startsWith("LOAD DATA LOCAL INFILE 'onkey' INTO TABLE Part")))
                .as("chunks that were expected to be new")
                .hasSize(6);
    }

    @Test
    void whatRefersToNothingIsRefusedAmongNewRowsToo() {
        try (TestFactory referring = staging("staged_reference").build()) {
            Jdbc own = new Jdbc(referring.url());
            own.execute("create table Sort (name varchar(10) primary key)");
            own.execute("insert into Sort values ('part')");
            own.execute("alter table Part add foreign key (name) references Sort (name)");
            List<Part> parts = new ArrayList<>(Part.numbers(0, 1_500));
            parts.set(700, Part.number(700).name("orphan"));
            List<RefusedRow<Part>> refused = new ArrayList<>();

            assertThat(counts(in(referring, parts.stream(), PARTS.onRefused(refused::add))))
                    .isEqualTo("1499, 0, 0");
            assertThat(refused).extracting(RefusedRow::position).containsExactly(700L);
        }
    }

    @Test
    @DisplayName("of candidates that the server calls equal the last one wins")
    void doesNotTakeTwoRowsForOne() {
        List<Part> parts = new ArrayList<>(Part.numbers(0, 500));
        parts.set(100, new Part("\u00e6ther").name("first"));
        parts.set(300, new Part("aether").name("last"));

        assertThat(counts(staged(parts))).isEqualTo("499, 1, 0");
        assertThat(jdbc.row("select name from Part where code = 'aether'")).isEqualTo("last");

        parts.get(100).name("last");
        parts.get(300).name("later");
        // each of them was written in its turn: the first one changed nothing
        assertThat(counts(staged(parts))).isEqualTo("0, 1, 499");
        assertThat(jdbc.row("select name from Part where code = 'aether'")).isEqualTo("later");
    }

    @Test
    @DisplayName("keys that are new lock nothing beside them in REPEATABLE READ")
    void newRowsDoNotWaitForEachOther() {
        // what other tests have deleted and the server not yet purged has gaps, which an insert of the same keys locks
        jdbc.execute("truncate table Part");
        staged(List.of(new Part("a"), new Part("z")));
        jdbc.execute("set global innodb_lock_wait_timeout = 1");
        try (TestFactory other =
                staging("unused").set("hibernate.hbm2ddl.auto", "none").on(factory.url())) {
            factory.sessions().inTransaction(session -> {
                Upserts.in(session).upsertAll(Part.numbers(0, 1_000).stream(), PARTS);
                in(other, Part.numbers(2_000, 3_000).stream(), PARTS);
            });
        } finally {
            jdbc.execute("set global innodb_lock_wait_timeout = default");
        }
        assertThat(jdbc.row("select count(*) from Part")).isEqualTo("2002");
    }

    @Test
    void aRowThatTheSnapshotDoesNotShowIsFoundAllTheSame() {
        factory.sessions().inTransaction(session -> {
            session.createNativeQuery("select count(*) from Part", Long.class).getSingleResult();
            staged(List.of(Part.number(7).name("other")));
            Imported imported = Upserts.in(session).upsertAll(Part.numbers(0, 500).stream(), PARTS);
            assertThat(counts(imported)).isEqualTo("499, 1, 0");
        });
    }

    @Test
    void aRowThatTheSnapshotShowsAndIsGoneIsInsertedAnew() {
        staged(Part.numbers(0, 500));
        factory.sessions().inTransaction(session -> {
            session.createNativeQuery("select count(*) from Part", Long.class).getSingleResult();
            jdbc.execute("delete from Part where code = 'p7'");
            Imported imported = Upserts.in(session).upsertAll(Part.numbers(0, 500).stream(), PARTS);
            assertThat(counts(imported)).isEqualTo("1, 0, 499");
        });
        assertThat(jdbc.row("select count(*) from Part")).isEqualTo("500");
    }

    @Test
    void whatTheSessionHoldsIsUpToDate() {
        factory.sessions().inTransaction(session -> {
            Part held = Upserts.in(session).getOrCreate(Part.number(3));
            Upserts.in(session).upsertAll(Part.numbers(0, 500).stream().map(part -> part.name("new")), PARTS);
            assertThat(held.name).isEqualTo("new");
        });
    }

    @Test
    @DisplayName("a rollback takes an import back")
    void doesNotEndTheTransaction() {
        factory.sessions().inSession(session -> {
            session.beginTransaction();
            Upserts.in(session).upsertAll(Part.numbers(0, 1_000).stream(), PARTS);
            session.getTransaction().rollback();
        });
        assertThat(files()).isEqualTo(2);
        assertThat(jdbc.row("select count(*) from Part")).isEqualTo("0");
    }

    @Test
    void triggersAreLeftToTheUsualWay() {
        try (TestFactory triggered = staging("staged_trigger").build()) {
            new Jdbc(triggered.url())
                    .execute("create trigger keep before update on Part for each row set new.name = old.name");
            in(triggered, Part.numbers(0, 500).stream(), PARTS);
            Stream<Part> changed = Part.numbers(0, 500).stream().map(part -> part.name("new"));
            assertThat(triggered.statements()).noneMatch(each -> each.contains("TEMPORARY"));
            assertThat(in(triggered, changed, PARTS.updating(Updating.only("name")))
                            .created())
                    .isZero();
        }
    }

    @Test
    @DisplayName("where a temporary table is not to be had, an import takes the usual way")
    void needsNoPrivileges() {
        jdbc.execute("drop user if exists poor@'%'");
        jdbc.execute("create user poor@'%'");
        jdbc.execute("grant select, insert, update on staged.* to poor@'%'");
        try (TestFactory poor = staging("unused")
                .set("hibernate.hbm2ddl.auto", "none")
                .set("hibernate.connection.username", "poor")
                .on(factory.url().replace("user=root", "user=poor"))) {
            assertThat(in(poor, Part.numbers(0, 1_000).stream(), PARTS).created())
                    .isEqualTo(1_000);
            assertThat(poor.statements().stream().filter(each -> each.contains("TEMPORARY")))
                    .hasSizeLessThanOrEqualTo(2);
        }
        jdbc.execute("set global local_infile = off");
        try (TestFactory forbidden =
                staging("unused").set("hibernate.hbm2ddl.auto", "none").on(factory.url())) {
            in(forbidden, Part.numbers(0, 500).stream(), PARTS);
            assertThat(forbidden.statements()).noneMatch(each -> each.contains("TEMPORARY"));
        } finally {
            jdbc.execute("set global local_infile = on");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sessionVariables=max_error_count=0",
                "sessionVariables=sql_mode='TIME_TRUNCATE_FRACTIONAL'",
                "connectionTimeZone=UTC",
                "sendFractionalSeconds=false",
                "characterEncoding=latin1"
            })
    void whereValuesWouldBeSentOtherwiseNothingIsSentAsAFile(String option) {
        try (TestFactory other = staging("unused")
                .url(option)
                .set("hibernate.hbm2ddl.auto", "none")
                .on(factory.url())) {
            assertThat(in(other, Part.numbers(0, 500).stream(), PARTS).created())
                    .isEqualTo(500);
            assertThat(other.statements()).noneMatch(each -> each.contains("TEMPORARY"));
        }
    }

    @Test
    @DisplayName("a unique key that is renamed while the application runs is no reason to fail")
    void doesNotNeedTheNameOfTheUniqueKey() {
        try (TestFactory renamed = staging("staged_renamed").build()) {
            in(renamed, Part.numbers(0, 500).stream(), PARTS);
            Jdbc own = new Jdbc(renamed.url());
            String index = own.row("select index_name from information_schema.statistics"
                    + " where table_schema = database() and table_name = 'Part' and column_name = 'code'");
            own.execute("alter table Part rename index " + index + " to other");

            assertThat(counts(in(renamed, Part.numbers(0, 1_500).stream(), PARTS)))
                    .isEqualTo("1000, 0, 500");
            renamed.sessions()
                    .inTransaction(session -> assertThat(Upserts.in(session).upsertAll(Part.numbers(1_000, 2_000)))
                            .filteredOn(UpsertedRow::created)
                            .hasSize(500));
        }
    }

    @Test
    void locksNoRowButThoseThatItWrites() {
        staged(Part.numbers(0, 300));
        factory.sessions().inTransaction(session -> {
            Upserts.in(session).upsertAll(Part.numbers(0, 250).stream().map(part -> part.name("new")), PARTS);
            new Jdbc(factory.url() + "&sessionVariables=innodb_lock_wait_timeout=1")
                    .execute("update Part set amount = 2 where code = 'p299'");
        });
        assertThat(jdbc.row("select sum(amount), sum(name = 'new') from Part")).isEqualTo("301|250");
    }

    @Test
    void takesATransactionForEachChunk() {
        Imported imported = ChunkedUpserts.in(factory.sessions()).upsertAll(Part.numbers(0, 1_000), PARTS);

        assertThat(counts(imported)).isEqualTo("1000, 0, 0");
        assertThat(files()).isEqualTo(2);
    }

    private static TestFactory.Builder staging(String database) {
        return TestFactory.of(database, Part.class, Reading.class).url("allowLoadLocalInfile=true");
    }

    private static Imported staged(List<Part> parts) {
        return in(factory, parts.stream(), PARTS);
    }

    private static <E> Imported in(TestFactory factory, Stream<E> rows, Importing<E> importing) {
        return factory.sessions().fromTransaction(session -> Upserts.in(session).upsertAll(rows, importing));
    }

    private static String counts(Imported imported) {
        return imported.created() + ", " + imported.updated() + ", " + imported.unchanged();
    }

    private static long files() {
        return factory.statements().stream()
                .filter(each -> each.startsWith("LOAD DATA"))
                .count();
    }

    /** All that is stored but for the ids. */
    private static List<String> rows(TestFactory factory) {
        return factory
                .sessions()
                .fromSession(session -> session.createNativeQuery(
                                "select station, number, hex(text), price, hex(checked), hex(active), size, hex(raw),"
                                        + " hex(uuid), day, time, instant, weekday, ordinal, version"
                                        + " from Reading order by number",
                                Object[].class)
                        .getResultList())
                .stream()
                .map(Arrays::toString)
                .toList();
    }
}
