/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onkey.hibernate.TestFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Of the first rows of an import a few tell whether the others are looked up; whatever they tell, the import is right. */
class ImportOfUnknownRowsTest {

    private static final int ROWS = 150;

    private static TestFactory factory;
    private static Jdbc jdbc;

    @BeforeAll
    static void start() {
        factory = TestFactory.of("unknown", Part.class).build();
        jdbc = new Jdbc(factory.url());
    }

    @AfterAll
    static void stop() {
        factory.close();
    }

    @BeforeEach
    void empty() {
        jdbc.execute("truncate table Part");
        factory.statements().clear();
    }

    @Test
    @DisplayName("the first chunk of an import of new rows takes a look at fifty of them and an insert")
    void newOnes() {
        Imported imported = write(parts());

        assertThat(imported.created()).isEqualTo(ROWS);
        assertThat(factory.statements()).hasSize(2);
        String insert = factory.statements().get(1);
        assertThat(factory.statements().get(0)).matches("(?i)select.*").hasSizeLessThan(insert.length() / 2);
    }

    @Test
    void oneOfThemExists() {
        write(parts().subList(0, 1));
        factory.statements().clear();

        Imported imported = write(parts());

        assertThat(imported.created()).isEqualTo(ROWS - 1);
        assertThat(imported.unchanged()).isOne();
        // the look at a few, the look, the lock, the insert
        assertThat(factory.statements()).hasSize(4);
    }

    @Test
    void oneExistsThatTheyDoNotTellOf() {
        write(parts().subList(1, 2));
        factory.statements().clear();
        List<Part> parts = parts();
        parts.get(1).name("changed");

        Imported imported = write(parts);

        assertThat(imported.created()).isEqualTo(ROWS - 1);
        assertThat(imported.updated()).isOne();
        // the look at a few, the insert that fails, the look, the lock, the update, the insert
        assertThat(factory.statements()).hasSize(6);
        assertThat(jdbc.row("select count(*), sum(name = 'changed') from Part")).isEqualTo(ROWS + "|1");
        assertThat(jdbc.row("select max(id) > 2 * " + (ROWS - 1) + " from Part"))
                .as("the values of the insert that failed are lost")
                .isEqualTo("1");
    }

    private static Imported write(List<Part> parts) {
        return factory.sessions()
                .fromTransaction(session -> Upserts.in(session).upsertAll(parts.stream(), Importing.of(Part.class)));
    }

    /** In the order in which they are written. */
    private static List<Part> parts() {
        List<Part> parts = new ArrayList<>(Part.numbers(0, ROWS));
        parts.sort(Comparator.comparing(part -> part.code));
        return parts;
    }
}
