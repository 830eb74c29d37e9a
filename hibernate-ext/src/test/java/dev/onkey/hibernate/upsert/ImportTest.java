/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.onkey.hibernate.DuplicateEntityException;
import dev.onkey.hibernate.TestFactory;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.TransactionRequiredException;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.hibernate.MappingException;
import org.hibernate.Session;
import org.hibernate.exception.DataException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Inputs of any length, in the caller's transaction. */
class ImportTest {

    private static final Importing<Part> PARTS = Importing.of(Part.class).chunksOf(10);

    private static TestFactory factory;
    private static Jdbc jdbc;

    @BeforeAll
    static void start() {
        factory = TestFactory.of("import", Part.class, Keyless.class).build();
        jdbc = new Jdbc(factory.url());
    }

    @AfterAll
    static void stop() {
        factory.close();
    }

    @BeforeEach
    void empty() {
        jdbc.execute("delete from Part");
        factory.statements().clear();
    }

    @Test
    void countsWhatHasBecomeOfTheRows() {
        write(Part.numbers(0, 40).stream(), PARTS);
        List<Part> parts = new ArrayList<>(Part.numbers(20, 70));
        parts.subList(0, 5).forEach(part -> part.name("changed"));
        Collections.shuffle(parts);
        parts.add(Part.number(69).name("again"));

        Imported imported = write(parts.stream(), PARTS);

        assertThat(imported.created()).isEqualTo(30);
        assertThat(imported.updated()).isEqualTo(5 + 1);
        assertThat(imported.unchanged()).isEqualTo(15);
        assertThat(imported.rows()).isEqualTo(51);
        assertThat(jdbc.row("select count(*), sum(version) from Part")).isEqualTo("70|6");
        assertThat(jdbc.row("select name from Part where code = 'p69'")).isEqualTo("again");
    }

    @Test
    @DisplayName("constant memory for a stream")
    void readsNoFurtherThanItWrites() {
        AtomicInteger read = new AtomicInteger();
        List<Integer> readByThen = new ArrayList<>();
        Stream<Part> endless = Stream.iterate(0, i -> i + 1)
                .peek(i -> read.incrementAndGet())
                .map(Part::number)
                .takeWhile(part -> !part.code.equals("p35"));

        write(endless, PARTS.onProgress(imported -> readByThen.add(read.get())));

        assertThat(readByThen).containsExactly(10, 20, 30, 36);
    }

    @Test
    @DisplayName("progress")
    void tellsHowFarItIs() {
        List<Imported> told = new ArrayList<>();

        Imported last = write(Part.numbers(0, 25).stream(), PARTS.onProgress(told::add));

        assertThat(told).extracting(Imported::position).containsExactly(10L, 20L, 25L);
        assertThat(told).extracting(Imported::created).containsExactly(10L, 20L, 25L);
        assertThat(told).extracting(Imported::expected).containsOnly(OptionalLong.of(25));
        assertThat(told).extracting(Imported::elapsed).isSorted().allMatch(elapsed -> !elapsed.isZero());
        assertThat(told.get(2)).isEqualTo(last);
        assertThat(last)
                .hasToString(
                        "25 of 25, " + last.rowsPerSecond() + " rows/s: 25 created, 0 updated, 0 unchanged, 0 refused");
        assertThat(last.rowsPerSecond()).isPositive();
    }

    @Test
    void expectsWhatItIsTold() {
        Stream<Part> unsized = Part.numbers(0, 5).stream().filter(part -> true);
        assertThat(write(unsized, PARTS).expected()).isEmpty();

        Stream<Part> told = Part.numbers(0, 5).stream().filter(part -> true);
        assertThat(write(told, PARTS.expecting(7)).expected()).hasValue(7);
    }

    @Test
    @DisplayName("a bad row is left out and told once, and everything else is in")
    void leavesBadRowsOut() {
        write(Stream.of(Part.number(50).sku("taken"), Part.number(51), Part.number(52)), PARTS);
        jdbc.execute("update Part set version = 5 where code = 'p51'");
        List<Part> parts = new ArrayList<>(Part.numbers(0, 30));
        parts.set(3, null);
        parts.set(5, new Part(null));
        parts.set(7, Part.number(7).name("longer than ten"));
        parts.set(12, Part.number(12).name("cursed"));
        parts.set(18, Part.number(18).sku("taken"));
        parts.set(19, Part.number(51).name("stale").version(2));
        parts.set(29, Part.number(52).name("longer than ten"));
        List<RefusedRow<Part>> refused = new ArrayList<>();
        List<Long> refusedByThen = new ArrayList<>();

        Imported imported = write(parts.stream(), PARTS.onRefused(refused::add).onProgress(soFar -> {
            assertThat(refused).hasSize((int) soFar.refused());
            refusedByThen.add(soFar.refused());
        }));

        assertThat(refused).extracting(RefusedRow::position).containsExactlyInAnyOrder(3L, 5L, 7L, 12L, 18L, 19L, 29L);
        refused.forEach(row -> assertThat(row.candidate()).isSameAs(parts.get((int) row.position())));
        assertThat(reason(refused, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("null");
        assertThat(reason(refused, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Part.code");
        assertThat(reason(refused, 7)).isInstanceOf(DataException.class).hasMessageContaining("number 8");
        assertThat(reason(refused, 12))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("cursed");
        assertThat(reason(refused, 18))
                .isInstanceOfSatisfying(
                        DuplicateEntityException.class,
                        duplicate -> assertThat(duplicate.attributes()).containsExactly("sku"));
        assertThat(reason(refused, 19)).isInstanceOf(OptimisticLockException.class);
        assertThat(reason(refused, 29)).isInstanceOf(DataException.class);
        assertThat(refusedByThen).containsExactly(3L, 6L, 7L);
        assertThat(imported.created()).isEqualTo(23);
        assertThat(jdbc.row("select count(*) from Part")).isEqualTo("26");
        assertThat(jdbc.row("select name, version from Part where code = 'p51'"))
                .isEqualTo("part|5");
    }

    @Test
    @DisplayName("without a rule for bad rows the first one stops the import, and nothing is in")
    void theFirstBadRowStopsIt() {
        List<Part> parts = new ArrayList<>(Part.numbers(0, 30));
        parts.set(25, Part.number(25).name("longer than ten"));

        factory.sessions().inTransaction(session -> {
            Upserts.in(session).upsert(new Part("before"));
            assertThatThrownBy(() -> Upserts.in(session).upsertAll(parts.stream(), PARTS))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("number 26");
        });

        assertThat(jdbc.row("select group_concat(code) from Part")).isEqualTo("before");
    }

    @Test
    void goesOnWhereAnEarlierRunHasStopped() {
        Imported imported = write(Part.numbers(0, 25).stream(), PARTS.startingAt(12));

        assertThat(imported.position()).isEqualTo(25);
        assertThat(imported.rows()).isEqualTo(13);
        assertThat(imported.expected()).hasValue(25);
        assertThat(jdbc.row("select count(*), min(cast(substr(code, 2) as signed)) from Part"))
                .isEqualTo("13|12");
    }

    @Test
    void readsIterablesToo() {
        List<Part> parts = Part.numbers(0, 25);

        Imported imported = factory.sessions()
                .fromTransaction(session -> Upserts.in(session).upsertAll((Iterable<Part>) parts, PARTS));

        assertThat(imported.created()).isEqualTo(25);
    }

    @Test
    void whatTheSessionHoldsIsUpToDate() {
        factory.sessions().inTransaction(session -> {
            Part held = Upserts.in(session).getOrCreate(Part.number(3));
            Upserts.in(session).upsertAll(Part.numbers(0, 5).stream().map(part -> part.name("new")), PARTS);
            assertThat(held.name).isEqualTo("new");
        });
    }

    @Test
    @DisplayName("chunks of new rows take an insert")
    void newChunksAreNotLookedUp() {
        write(Part.numbers(0, 40).stream(), PARTS);

        assertThat(factory.statements()).hasSize(1 + 4);
    }

    @Test
    void newChunksTakeNoSavepoint() {
        factory.sessions().inTransaction(session -> {
            long before = savepoints(session);
            Upserts.in(session).upsertAll(Part.numbers(0, 40).stream(), PARTS);
            assertThat(savepoints(session) - before)
                    .as("of the import, and of the chunk that is looked up")
                    .isEqualTo(2);
        });
    }

    @Test
    @DisplayName("mixed chunks take a look, a lock, an update and an insert")
    void idsOfNewRowsAreNotRead() {
        write(Part.numbers(0, 5).stream(), PARTS);
        factory.statements().clear();

        Imported imported = write(Part.numbers(0, 10).stream().map(part -> part.name("changed")), PARTS);

        assertThat(imported.created()).isEqualTo(5);
        assertThat(imported.updated()).isEqualTo(5);
        assertThat(factory.statements()).hasSize(4);
    }

    @Test
    void ofNewCandidatesThatTheServerCallsEqualTheLastOneWinsAmongStoredOnes() {
        jdbc.execute(
                "alter table Part modify code varchar(20) character set utf8mb4 collate utf8mb4_unicode_520_ci not null");
        write(Part.numbers(0, 5).stream(), PARTS);
        List<Part> parts = new ArrayList<>(Part.numbers(0, 8));
        parts.add(0, new Part("\u00e6ther").name("first"));
        parts.add(new Part("aether").name("last"));

        write(parts.stream(), PARTS);

        // as after one upsert of each: the first one made the row, with its spelling of the key
        assertThat(jdbc.row("select count(*), max(if(name = 'last', code, '')) from Part"))
                .isEqualTo("9|æther");
    }

    @Test
    @DisplayName("size ≤ 0 refused")
    void aChunkHoldsSomething() {
        assertThatThrownBy(() -> PARTS.chunksOf(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 or more");
    }

    @Test
    void aChunkMayHoldAllThatThereIs() {
        assertThat(write(Part.numbers(0, 3).stream(), PARTS.chunksOf(Integer.MAX_VALUE))
                        .created())
                .isEqualTo(3);
    }

    @Test
    void refusesWhatCannotBeRightBeforeAnySql() {
        assertThatThrownBy(() -> PARTS.expecting(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PARTS.startingAt(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> write(Part.numbers(0, 5).stream(), PARTS.startingAt(6)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ends at 5");
        Stream<Part> unread = Stream.generate(() -> {
            throw new AssertionError("read");
        });
        assertThatThrownBy(() -> write(unread, PARTS.updating(Updating.only("nonsense"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nonsense");
        assertThat(catchThrowable(() -> factory.sessions()
                        .inTransaction(session -> Upserts.in(session)
                                .upsertAll(
                                        Stream.of(new Keyless()),
                                        Importing.of(Keyless.class).onRefused(row -> {})))))
                .isInstanceOf(MappingException.class);
        try (var session = factory.sessions().openSession()) {
            assertThatThrownBy(() -> Upserts.in(session).upsertAll(Stream.of(), PARTS))
                    .isInstanceOf(TransactionRequiredException.class);
        }
        assertThat(factory.statements()).isEmpty();
    }

    @Test
    void anOptionLeavesTheOthersAlone() {
        Importing<Part> few = PARTS.startingAt(1);

        assertThat(write(Part.numbers(0, 3).stream(), PARTS).rows()).isEqualTo(3);
        assertThat(write(Part.numbers(0, 3).stream(), few).rows()).isEqualTo(2);
    }

    @Test
    @DisplayName("a checked exception of the input, as other languages throw them, takes all back too")
    void aCheckedExceptionTakesAllBack() {
        factory.sessions().inTransaction(session -> {
            Stream<Part> parts = Part.numbers(0, 30).stream().peek(part -> {
                if (part.code.equals("p25")) {
                    throw ImportTest.<RuntimeException>unchecked(new ParseException("line 26", 0));
                }
            });
            assertThat(catchThrowable(() -> Upserts.in(session).upsertAll(parts, PARTS)))
                    .isInstanceOf(ParseException.class);
        });
        assertThat(jdbc.number("select count(*) from Part")).isZero();
    }

    @Test
    @DisplayName("an import that is taken back leaves what the session holds as it was")
    void whatTheSessionHoldsIsTakenBackToo() {
        write(Part.numbers(0, 10).stream(), PARTS);
        factory.sessions().inTransaction(session -> {
            Part held = session.createSelectionQuery("from Part where code = 'p3'", Part.class)
                    .getSingleResult();
            List<Part> parts = Part.numbers(0, 20);
            parts.get(3).name("new");
            parts.get(17).name("longer than ten");

            assertThatThrownBy(() -> Upserts.in(session).upsertAll(parts.stream(), PARTS))
                    .isInstanceOf(DataException.class);

            assertThat(held.name).isEqualTo("part");
            held.amount = 7;
        });
        assertThat(jdbc.row("select name, amount from Part where code = 'p3'")).isEqualTo("part|7");
    }

    @Test
    void aLaterCandidateThatBecomesStaleIsABadRow() {
        assumeTrue(jdbc.number("select 'æther' = cast('aether' as char)") == 1, "the collation tells them apart");
        write(Stream.of(new Part("aether").name("stored")), PARTS);
        jdbc.execute("update Part set version = 3");
        List<Part> parts = new ArrayList<>(Part.numbers(0, 8));
        parts.set(2, new Part("æther").name("first").version(3));
        parts.set(6, new Part("aether").name("stored").version(3));
        List<RefusedRow<Part>> refused = new ArrayList<>();

        Imported imported = write(parts.stream(), PARTS.onRefused(refused::add));

        assertThat(refused).extracting(RefusedRow::position).containsExactly(6L);
        assertThat(imported.rows()).isEqualTo(8);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T unchecked(Throwable thrown) throws T {
        throw (T) thrown;
    }

    private static Imported write(Stream<Part> parts, Importing<Part> importing) {
        return factory.sessions().fromTransaction(session -> Upserts.in(session).upsertAll(parts, importing));
    }

    private static long savepoints(Session session) {
        Object[] row = session.createNativeQuery("show session status like 'Com_savepoint'", Object[].class)
                .getSingleResult();
        return Long.parseLong(row[1].toString());
    }

    private static Throwable reason(List<RefusedRow<Part>> refused, long position) {
        return refused.stream()
                .filter(row -> row.position() == position)
                .findFirst()
                .orElseThrow()
                .reason();
    }

    @jakarta.persistence.Entity(name = "Keyless")
    static class Keyless {
        @jakarta.persistence.Id
        @jakarta.persistence.GeneratedValue(strategy = jakarta.persistence.GenerationType.IDENTITY)
        Long id;
    }
}
