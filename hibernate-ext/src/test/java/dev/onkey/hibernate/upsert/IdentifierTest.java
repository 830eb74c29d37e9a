/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static dev.onkey.hibernate.Outcome.CREATED;
import static dev.onkey.hibernate.Outcome.UNCHANGED;
import static dev.onkey.hibernate.Outcome.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.onkey.hibernate.NaturalKey;
import dev.onkey.hibernate.TestFactory;
import dev.onkey.hibernate.UpsertedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.util.List;
import org.hibernate.exception.DataException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The negated id passes through every type of column, close to its greatest. */
class IdentifierTest {

    private static TestFactory factory;
    private static Jdbc jdbc;

    @BeforeAll
    static void start() {
        factory = TestFactory.of("identifier", Counter.class).build();
        jdbc = new Jdbc(factory.url());
    }

    @AfterAll
    static void stop() {
        factory.close();
    }

    @BeforeEach
    void empty() {
        jdbc.execute("truncate table Counter");
    }

    @ParameterizedTest
    @CsvSource({
        "tinyint, 117",
        "tinyint unsigned, 245",
        "smallint, 32757",
        "int, 2147483637",
        "int unsigned, 4294967285",
        "bigint, 9223372036854775797",
        "bigint unsigned, 9223372036854775797"
    })
    void theIdIsTrueInEveryColumn(String type, long id) {
        jdbc.execute("alter table Counter modify id " + type + " not null auto_increment");
        jdbc.execute("alter table Counter auto_increment = " + id);

        assertThat(write("a", 1)).isEqualTo(new UpsertedRow(id, CREATED));
        assertThat(write("a", 2)).isEqualTo(new UpsertedRow(id, UPDATED));
        assertThat(write("a", 2)).isEqualTo(new UpsertedRow(id, UNCHANGED));
    }

    @Test
    @DisplayName("exhausted auto-increment")
    void anExhaustedAutoIncrementHitsNoStranger() {
        jdbc.execute("alter table Counter modify id tinyint not null auto_increment");
        jdbc.execute("alter table Counter auto_increment = 127");
        write("last", 1);

        Throwable refused = catchThrowable(() -> write("one too many", 2));

        assertThat(refused).isInstanceOf(DataException.class);
        if (!jdbc.row("select version()").contains("MariaDB")) {
            // MySQL proposes the last id again
            assertThat(refused).hasMessageContaining("The AUTO_INCREMENT of table Counter is exhausted");
        }
        assertThat(jdbc.row("select code, value from Counter")).isEqualTo("last|1");
    }

    private static UpsertedRow write(String code, int value) {
        return factory.sessions()
                .fromTransaction(session -> Upserts.in(session)
                        .upsertAll(List.of(new Counter(code, value)))
                        .get(0));
    }

    @Entity(name = "Counter")
    @NaturalKey("code")
    static class Counter {

        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        long id;

        @Column(length = 20)
        String code;

        int value;

        protected Counter() {}

        Counter(String code, int value) {
            this.code = code;
            this.value = value;
        }
    }
}
