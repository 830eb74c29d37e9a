/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static dev.onkey.hibernate.Outcome.CREATED;
import static dev.onkey.hibernate.Outcome.UNCHANGED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onkey.hibernate.NaturalKey;
import dev.onkey.hibernate.TestFactory;
import dev.onkey.hibernate.UpsertedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of one call that only the server's collation knows to be equal: which candidate comes first is what the input says. */
class EqualKeysTest {

    /** Its order of keys is not that of the input: the ligature is behind all letters. */
    private static final List<String> AETHER = List.of("\u00e6ther", "aether");

    private static TestFactory factory;
    private static Jdbc jdbc;

    @BeforeAll
    static void start() {
        factory = TestFactory.of("equal_keys", Word.class, Shelf.class, Seat.class)
                .set("hibernate.connection.isolation", Connection.TRANSACTION_REPEATABLE_READ)
                .build();
        jdbc = new Jdbc(factory.url());
    }

    @AfterAll
    static void stop() {
        factory.close();
    }

    @BeforeEach
    void empty() {
        List.of("Word", "Shelf", "Seat").forEach(table -> jdbc.execute("delete from " + table));
        factory.statements().clear();
    }

    @DisplayName(
            "the same key twice in insertAllIfAbsent, also when only the collation makes them equal: first one wins")
    @ParameterizedTest
    @CsvSource({
        "æther, aether, 2",
        "æther, aether, 8",
        "æther, aether, 1500",
        "カフェ, かふぇ, 8",
        "Łódź, Lodz, 8",
        "Søren, Soren, 8",
        "Soren, Søren, 8"
    })
    void theFirstOneIsInserted(String first, String last, int size) {
        List<UpsertedRow> rows = factory.sessions()
                .fromTransaction(session -> Upserts.in(session).insertAllIfAbsent(words(size, List.of(first, last))));

        assertThat(rows.get(size - 1)).isEqualTo(new UpsertedRow(rows.get(0).id(), UNCHANGED));
        assertThat(rows.get(0).outcome()).isEqualTo(CREATED);
        assertThat(jdbc.row("select text, number from Word where id = "
                        + rows.get(0).id()))
                .isEqualTo(first + "|0");
        assertThat(jdbc.number("select count(*) from Word")).isEqualTo(size - 1);
    }

    @Test
    void theFirstOneIsInsertedThoughItsLettersArePlain() {
        // 8.0.15 keeps the index as it was unless the table is copied
        String modify = "alter table Word algorithm = copy, modify text ";
        jdbc.execute(modify + "varchar(30) character set utf8mb4 collate utf8mb4_lithuanian_ci not null");
        try {
            theFirstOneIsInserted("Lydia", "Lidia", 8);
        } finally {
            jdbc.execute(modify + Collated.TEXT);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8})
    void theFirstOneIsCreated(int size) {
        factory.sessions().inTransaction(session -> {
            List<Word> words = Upserts.in(session).getOrCreateAll(words(size, AETHER));

            assertThat(words.get(0)).isSameAs(words.get(size - 1));
            assertThat(words.get(0).text).isEqualTo("æther");
            assertThat(words.get(0).number).isZero();
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8, 1500})
    void theLastOneStaysThoughNumbersAreAdded(int size) {
        List<Word> words = words(size, AETHER);

        List<UpsertedRow> rows = factory.sessions()
                .fromTransaction(session -> Upserts.in(session)
                        .upsertAll(
                                Word.class, words, Updating.<Word>only("number").add("uses")));

        assertThat(rows.get(0).id()).isEqualTo(rows.get(size - 1).id());
        assertThat(jdbc.row("select text, number, uses from Word where id = "
                        + rows.get(0).id()))
                .isEqualTo("æther|" + (size - 1) + "|2");
    }

    @Test
    void ofMoreThanTwoThatTheServerCallsEqualEachIsWrittenInItsTurn() {
        List<Word> words = words(9, AETHER);
        words.get(3).text = "ǽther";
        words.get(5).text = "Æther";
        words.get(6).text = "AETHER ";

        factory.sessions()
                .inTransaction(session -> Upserts.in(session)
                        .upsertAll(
                                Word.class, words, Updating.<Word>only("number").add("uses")));

        assertThat(jdbc.row("select text, number, uses from Word where uses > 1"))
                .isEqualTo("æther|8|5");
    }

    @Test
    void whatAPassLearnsDoesNotHideThatItsOrderWasBroken() {
        factory.sessions().inTransaction(session -> Upserts.in(session).upsert(new Word("æther", 9)));
        List<Word> words = words(5, AETHER);
        // the first two to be written are so in their order, the third one is not
        words.get(2).text = "æther";

        factory.sessions().inTransaction(session -> Upserts.in(session).upsertAll(words));

        assertThat(jdbc.row("select number from Word where text = 'aether'")).isEqualTo("4");
    }

    @Test
    void theLastOneStaysWhereTheIdIsTheKey() {
        List<Shelf> shelves = IntStream.range(0, 8)
                .mapToObj(i -> new Shelf(1, spelled(i, 8, AETHER), i))
                .toList();

        factory.sessions().inTransaction(session -> Upserts.in(session).upsertAll(shelves));

        assertThat(jdbc.row("select count(*), max(if(mark = 'aether', books, 0)) from Shelf"))
                .isEqualTo("7|7");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theLastOneStaysWhereTheIdHasSeveralColumns(boolean stored) {
        if (stored) {
            factory.sessions().inTransaction(session -> session.persist(new Seat(5, 5, "AETHER", 50)));
        }
        List<Seat> seats = IntStream.range(0, 8)
                .mapToObj(i -> new Seat(1, i, spelled(i, 8, AETHER), i))
                .toList();

        factory.sessions().inTransaction(session -> Upserts.in(session).upsertAll(seats));

        assertThat(jdbc.row("select count(*), max(if(name = 'aether', taken, 0)) from Seat"))
                .isEqualTo("7|7");
    }

    @Test
    @DisplayName("a version that is stale only in another order than the input's refuses nobody")
    void versionsAreComparedInTheOrderOfTheInput() {
        Word stored = words(1, List.of("AETHER")).get(0);
        factory.sessions().inTransaction(session -> Upserts.in(session).upsert(stored));
        List<Word> words = words(8, AETHER);
        words.get(0).version = 0;
        words.get(7).version = 0;

        factory.sessions().inTransaction(session -> Upserts.in(session).upsertAll(words));

        assertThat(jdbc.row("select number, version from Word where text = 'aether'"))
                .isEqualTo("7|1");
    }

    @Test
    void aVersionThatAnEarlierCandidateMakesIsNotStale() {
        factory.sessions().inTransaction(session -> Upserts.in(session).upsert(new Word("AETHER", 9)));
        List<Word> words = words(2, AETHER);
        words.get(0).version = 0;
        words.get(1).version = 1;

        factory.sessions().inTransaction(session -> Upserts.in(session).upsertAll(words));

        assertThat(jdbc.row("select number, version from Word")).isEqualTo("1|2");
    }

    @Test
    void aVersionOfARowThatAnEarlierCandidateMakesIsNotStale() {
        List<Word> words = words(2, AETHER);
        words.get(1).version = 0;

        Imported imported = factory.sessions()
                .fromTransaction(session -> Upserts.in(session)
                        .upsertAll(words.stream(), Importing.of(Word.class).onRefused(row -> {})));

        assertThat(imported.refused()).isZero();
        assertThat(jdbc.row("select number, version from Word where text = 'aether'"))
                .isEqualTo("1|1");
    }

    @Test
    @DisplayName("a row that is refused only in another order than the input's is written")
    void anotherKeyIsNotTakenInTheOrderOfTheInput() {
        factory.sessions().inTransaction(session -> Upserts.in(session).upsert(new Word("other", 9).serial(7)));
        List<Word> words = words(2, AETHER);
        words.get(1).serial(7);

        factory.sessions()
                .inTransaction(session -> Upserts.in(session).upsertAll(Word.class, words, Updating.only("number")));

        assertThat(jdbc.row("select text, number from Word where text = 'aether'"))
                .isEqualTo("æther|1");
    }

    @Test
    void manyStaleVersionsTakeFewPasses() {
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            words.add(new Word("æ" + i, 1));
            words.add(new Word("ae" + i, 2));
        }
        factory.sessions().inTransaction(session -> Upserts.in(session).upsertAll(words));
        words.forEach(word -> {
            word.version = 1;
            word.number += 10;
        });
        factory.statements().clear();

        Imported imported = factory.sessions()
                .fromTransaction(session -> Upserts.in(session)
                        .upsertAll(words.stream(), Importing.of(Word.class).onRefused(row -> {})));

        assertThat(imported.updated()).isEqualTo(50);
        assertThat(imported.refused()).isEqualTo(50);
        // each is written twice, with a look at its version, and not once for each that is stale
        assertThat(factory.statements()).hasSizeLessThanOrEqualTo((factory.insertsFirst() ? 6 : 4) * words.size());
    }

    @Test
    void whatIsWrittenAgainIsCountedOnceAndABadRowToldOnce() {
        List<Word> words = words(300, AETHER);
        words.get(150).text = "longer than thirty characters, which is the most";
        List<RefusedRow<Word>> refused = new ArrayList<>();

        Imported imported = factory.sessions()
                .fromTransaction(session -> Upserts.in(session)
                        .upsertAll(
                                words.stream(),
                                Importing.of(Word.class)
                                        .updating(Updating.<Word>only("number").add("uses"))
                                        .onRefused(refused::add)));

        assertThat(refused).extracting(RefusedRow::position).containsExactly(150L);
        assertThat(imported.created()).isEqualTo(298);
        assertThat(imported.updated()).isEqualTo(1);
        assertThat(jdbc.row("select count(*), sum(uses), max(if(text = 'aether', number, 0)) from Word"))
                .isEqualTo("298|299|299");
    }

    @Test
    void whatTheTransactionWroteBeforeStays() {
        factory.sessions().inTransaction(session -> {
            Upserts.in(session).upsert(new Word("before", 1));
            Upserts.in(session).insertAllIfAbsent(words(8, AETHER));
        });

        assertThat(jdbc.row("select count(*), sum(text = 'before') from Word")).isEqualTo("8|1");
    }

    @Test
    void whatIsWrittenAgainFiresTriggersAndUsesUpIdsEachTime() {
        jdbc.execute("create trigger counted before insert on Word for each row set @fired = @fired + 1");
        try {
            factory.sessions().inTransaction(session -> {
                Word before = Upserts.in(session).getOrCreate(new Word("before", 1));
                session.createNativeMutationQuery("set @fired = 0").executeUpdate();

                List<UpsertedRow> rows = Upserts.in(session).insertAllIfAbsent(words(8, AETHER));

                assertThat(rows).allSatisfy(row -> assertThat((Long) row.id()).isGreaterThan(before.id + 7));
                assertThat(session.createNativeQuery("select @fired", Long.class)
                                .getSingleResult())
                        .isGreaterThan(2 * 7);
            });
        } finally {
            jdbc.execute("drop trigger counted");
        }
    }

    /** As many as asked for, the first and the last of which have the same key. */
    private static List<Word> words(int size, List<String> spellings) {
        return new ArrayList<>(IntStream.range(0, size)
                .mapToObj(i -> new Word(spelled(i, size, spellings), i))
                .toList());
    }

    private static String spelled(int i, int size, List<String> spellings) {
        if (i == 0) {
            return spellings.get(0);
        }
        return i == size - 1 ? spellings.get(1) : "w" + i;
    }

    @Entity(name = "Word")
    @NaturalKey("text")
    static class Word {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(unique = true, columnDefinition = Collated.TEXT)
        String text;

        int number;

        int uses = 1;

        @Column(unique = true)
        Integer serial;

        @Version
        Integer version;

        protected Word() {}

        Word(String text, int number) {
            this.text = text;
            this.number = number;
        }

        Word serial(int value) {
            serial = value;
            return this;
        }
    }

    @Entity(name = "Shelf")
    @IdClass(ShelfId.class)
    @NaturalKey({"room", "mark"})
    static class Shelf {
        @Id
        int room;

        @Id
        @Column(columnDefinition = Collated.TEXT)
        String mark;

        int books;

        protected Shelf() {}

        Shelf(int room, String mark, int books) {
            this.room = room;
            this.mark = mark;
            this.books = books;
        }
    }

    @Entity(name = "Seat")
    @IdClass(SeatId.class)
    @NaturalKey("name")
    static class Seat {
        @Id
        int floor;

        @Id
        int number;

        @Column(unique = true, columnDefinition = Collated.TEXT)
        String name;

        int taken;

        protected Seat() {}

        Seat(int floor, int number, String name, int taken) {
            this.floor = floor;
            this.number = number;
            this.name = name;
            this.taken = taken;
        }
    }

    record ShelfId(int room, String mark) implements Serializable {}

    record SeatId(int floor, int number) implements Serializable {}

    /** A collation that all servers have. */
    private static final class Collated {
        static final String TEXT = "varchar(30) character set utf8mb4 collate utf8mb4_unicode_520_ci not null";
    }
}
