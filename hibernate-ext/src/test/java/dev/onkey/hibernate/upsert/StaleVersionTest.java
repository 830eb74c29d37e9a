/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static dev.onkey.hibernate.Outcome.CREATED;
import static dev.onkey.hibernate.Outcome.UNCHANGED;
import static dev.onkey.hibernate.Outcome.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onkey.hibernate.NaturalKey;
import dev.onkey.hibernate.Outcome;
import dev.onkey.hibernate.TestFactory;
import dev.onkey.hibernate.UpsertedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.Version;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A candidate that carries a version claims to know the stored row. */
class StaleVersionTest {

    private static TestFactory factory;
    private static Jdbc jdbc;

    @BeforeAll
    static void start() {
        factory = TestFactory.of("stale_version", Numbered.class, Dated.class).build();
        jdbc = new Jdbc(factory.url());
    }

    @AfterAll
    static void stop() {
        factory.close();
    }

    @BeforeEach
    void empty() {
        jdbc.execute("delete from Numbered");
        jdbc.execute("delete from Dated");
    }

    @Test
    void aStaleVersionIsRefusedAsJpaRefusesIt() {
        upsert(new Numbered("a", "1", 0));
        upsert(new Numbered("a", "2", 0));

        assertThatThrownBy(() -> upsert(new Numbered("a", "3", 7)))
                .isInstanceOf(OptimisticLockException.class)
                .hasMessageContaining("The row of Numbered with the candidate's [code] has another version");
        assertThatThrownBy(() -> upsert(new Numbered("a", "2", 7)))
                .as("also where nothing would change")
                .isInstanceOf(OptimisticLockException.class);
        assertThat(jdbc.row("select text, version from Numbered")).isEqualTo("2|1");
    }

    @Test
    void theStoredVersionIsAccepted() {
        upsert(new Numbered("a", "1", 0));
        upsert(new Numbered("a", "2", 0));

        assertThat(upsert(new Numbered("a", "2", 1))).isEqualTo(UNCHANGED);
        assertThat(upsert(new Numbered("a", "3", 1))).isEqualTo(UPDATED);
        assertThat(jdbc.row("select text, version from Numbered")).isEqualTo("3|2");
    }

    @Test
    void ofManyRowsAStaleOneIsRefusedAndNoneIsWritten() {
        upsertAll(numbered("1", 0));
        upsertAll(numbered("2", 0));
        List<Numbered> stale = numbered("3", 1);
        stale.get(4).version = 7;

        assertThatThrownBy(() -> upsertAll(stale)).isInstanceOf(OptimisticLockException.class);
        assertThat(jdbc.row("select count(*), min(text), max(text), max(version) from Numbered"))
                .isEqualTo("6|2|2|1");
        stale.get(4).version = 1;
        assertThat(upsertAll(stale)).extracting(UpsertedRow::outcome).containsOnly(UPDATED);
    }

    @Test
    void aVersionOfARowThatIsGoneIsStale() {
        assertThatThrownBy(() -> upsert(new Numbered("gone", "1", 3))).isInstanceOf(OptimisticLockException.class);
        assertThat(jdbc.number("select count(*) from Numbered")).isZero();
    }

    @Test
    void aVersionMayBeATimestamp() {
        assertThat(upsert(new Dated("a", "1", null))).isEqualTo(CREATED);
        LocalDateTime version = factory.sessions()
                .fromTransaction(session -> Upserts.in(session).getOrCreate(new Dated("a", "", null)).version);

        assertThat(upsert(new Dated("a", "1", null))).isEqualTo(UNCHANGED);
        assertThatThrownBy(() -> upsert(new Dated("a", "2", version.minusDays(1))))
                .isInstanceOf(OptimisticLockException.class);
        assertThat(upsert(new Dated("a", "2", version))).isEqualTo(UPDATED);
        LocalDateTime moved = factory.sessions()
                .fromTransaction(session -> Upserts.in(session).getOrCreate(new Dated("a", "", null)).version);
        // without fractions, which the driver does not send to MariaDB 10.11, it stays what it was for a second
        assertThat(moved.getNano() == 0 || moved.isAfter(version)).isTrue();
    }

    private static List<Numbered> numbered(String text, int version) {
        return IntStream.range(0, 6)
                .mapToObj(i -> new Numbered("many " + i, text, version))
                .toList();
    }

    private static List<UpsertedRow> upsertAll(List<?> candidates) {
        return factory.sessions().fromTransaction(session -> Upserts.in(session).upsertAll(candidates));
    }

    private static Outcome upsert(Object candidate) {
        return factory.sessions()
                .fromTransaction(
                        session -> Upserts.in(session).upsert(candidate).outcome());
    }

    @Entity(name = "Numbered")
    @NaturalKey("code")
    static class Numbered {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(length = 10)
        String code;

        String text;

        @Version
        int version;

        protected Numbered() {}

        Numbered(String code, String text, int version) {
            this.code = code;
            this.text = text;
            this.version = version;
        }
    }

    @Entity(name = "Dated")
    @NaturalKey("code")
    static class Dated {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(length = 10)
        String code;

        String text;

        @Version
        LocalDateTime version;

        protected Dated() {}

        Dated(String code, String text, LocalDateTime version) {
            this.code = code;
            this.text = text;
            this.version = version;
        }
    }
}
