/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.onkey.hibernate.NaturalKey;
import dev.onkey.hibernate.TestFactory;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hibernate.annotations.DynamicInsert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Columns that LOAD DATA fills otherwise than a statement, without a warning: their tables get no files. */
class FileColumnsTest {

    private static TestFactory factory;
    private static Jdbc jdbc;

    @BeforeAll
    static void start() {
        factory = TestFactory.of("file_columns", Stamped.class, Flagged.class, Wine.class, Sparse.class, Part.class)
                .url("allowLoadLocalInfile=true")
                .build();
        jdbc = new Jdbc(factory.url());
        assumeTrue(ServerSyntax.of(jdbc.row("select version()")).rowAlias(), "older servers get no files");
        jdbc.execute("set global local_infile = on");
        jdbc.execute("alter table Stamped modify made_at timestamp(6) not null");
        jdbc.execute("alter table Part add legacy int not null");
    }

    @AfterAll
    static void stop() {
        factory.close();
    }

    @BeforeEach
    void empty() {
        List.of("Stamped", "Flagged", "Wine", "Sparse", "Part").forEach(table -> jdbc.execute("delete from " + table));
    }

    @Test
    @DisplayName("a null in a TIMESTAMP NOT NULL is refused, and not the current time, where files are allowed as well")
    void aNullIsNotNow() {
        List<Stamped> stamps =
                IntStream.range(0, 600).mapToObj(i -> new Stamped("s" + i)).toList();
        stamps.get(7).madeAt = null;
        stamps.get(407).madeAt = null;
        List<RefusedRow<Stamped>> refused = new ArrayList<>();

        Imported imported =
                write(stamps, Importing.of(Stamped.class).chunksOf(300).onRefused(refused::add));

        assertThat(refused).extracting(RefusedRow::position).containsExactly(7L, 407L);
        assertThat(imported.created()).isEqualTo(598);

        stamps.forEach(stamp -> stamp.madeAt = null);
        assertThatThrownBy(() -> write(stamps, Importing.of(Stamped.class))).isNotNull();
        assertThat(jdbc.number("select count(*) from Stamped where made_at > '2020-01-02'"))
                .isZero();
    }

    @Test
    void numbersAreNotTakenForDigits() {
        List<Flagged> flags =
                IntStream.range(0, 600).mapToObj(i -> new Flagged("f" + i)).toList();

        write(flags, Importing.of(Flagged.class).chunksOf(300));

        assertThat(jdbc.row("select min(bits + 0), max(bits + 0) from Flagged")).isEqualTo("5|5");
    }

    @Test
    void noYearIsMadeUp() {
        List<Wine> wines =
                IntStream.range(0, 600).mapToObj(i -> new Wine("w" + i)).toList();

        write(wines, Importing.of(Wine.class).chunksOf(300));

        assertThat(jdbc.row("select min(vintage + 0), max(vintage + 0) from Wine"))
                .isEqualTo("0|0");
    }

    @Test
    void whatIsLeftOutIsNotMadeUp() {
        List<Sparse> rows =
                IntStream.range(0, 600).mapToObj(i -> new Sparse("r" + i)).toList();
        rows.subList(300, 600).forEach(row -> row.name = null);

        assertThatThrownBy(() -> write(rows, Importing.of(Sparse.class).chunksOf(300)))
                .hasMessageContaining("name");
        assertThat(jdbc.number("select count(*) from Sparse")).isZero();
    }

    @Test
    void aColumnThatIsNotMappedIsNotMadeUp() {
        List<RefusedRow<Part>> refused = new ArrayList<>();

        Imported imported = write(
                Part.numbers(0, 900), Importing.of(Part.class).chunksOf(300).onRefused(refused::add));

        assertThat(refused).hasSize(900);
        assertThat(imported.created()).isZero();
    }

    private static <E> Imported write(List<E> rows, Importing<E> importing) {
        return factory.sessions().fromTransaction(session -> Upserts.in(session).upsertAll(rows.stream(), importing));
    }

    @Entity(name = "Stamped")
    @NaturalKey("code")
    static class Stamped {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(length = 20)
        String code;

        @Column(name = "made_at")
        Instant madeAt = Instant.parse("2020-01-01T00:00:00Z");

        protected Stamped() {}

        Stamped(String code) {
            this.code = code;
        }
    }

    @Entity(name = "Flagged")
    @NaturalKey("code")
    static class Flagged {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(length = 20)
        String code;

        @Column(columnDefinition = "bit(16)")
        int bits = 5;

        protected Flagged() {}

        Flagged(String code) {
            this.code = code;
        }
    }

    @Entity(name = "Wine")
    @NaturalKey("code")
    static class Wine {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(length = 20)
        String code;

        @Column(columnDefinition = "year")
        int vintage;

        protected Wine() {}

        Wine(String code) {
            this.code = code;
        }
    }

    @Entity(name = "Sparse")
    @NaturalKey("code")
    @DynamicInsert
    static class Sparse {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(length = 20)
        String code;

        @Column(columnDefinition = "varchar(20) not null")
        String name = "name";

        protected Sparse() {}

        Sparse(String code) {
            this.code = code;
        }
    }
}
