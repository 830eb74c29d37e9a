/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.onkey.hibernate.DuplicateEntityException;
import dev.onkey.hibernate.DuplicateKey;
import dev.onkey.hibernate.matrix.Path.Settings;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.Version;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** On every path, every key is named, however it is declared. */
class DuplicateMatrixTest {

    private static final List<Declaration> DECLARATIONS = new ArrayList<>();
    private static final List<Path> PATHS = new ArrayList<>();

    private static MatrixFactories factories;
    private static int cells;

    @BeforeAll
    static void start() throws SQLException {
        DECLARATIONS.addAll(Declarations.OF_ENTITIES);
        DECLARATIONS.addAll(CollectionDeclarations.ALL);
        factories = MatrixFactories.start(DECLARATIONS);
        PATHS.addAll(Paths.all());
        PATHS.removeIf(each -> !factories.has(each.settings()));
    }

    @AfterAll
    static void stop() {
        factories.close();
        System.out.printf(
                "%d cells: %d paths, %d declarations; %s, Hibernate %s%n",
                cells, PATHS.size(), DECLARATIONS.size(), factories.description(), Version.getVersionString());
    }

    @TestFactory
    Stream<DynamicTest> cell() {
        return PATHS.stream()
                .flatMap(path -> DECLARATIONS.stream()
                        .filter(path.exists())
                        .map(key -> DynamicTest.dynamicTest(path + ": " + key, () -> check(path, key))));
    }

    private static void check(Path path, Declaration expected) throws SQLException {
        Throwable thrown = catchThrowable(() -> path.write().accept(factories.get(path.settings()), expected));
        DuplicateEntityException duplicate = DuplicateEntityException.findIn(thrown)
                .orElseThrow(() -> new AssertionError("no duplicate but " + thrown, thrown));
        DuplicateKey key = duplicate.key();
        assertThat(key.entityType()).as(duplicate.getMessage()).isEqualTo(expected.entity);
        assertThat(key.attributes()).containsExactlyInAnyOrderElementsOf(expected.attributes.keySet());
        assertThat(key.collection()).isEqualTo(expected.collection);
        assertThat(key.kind()).isEqualTo(expected.kind);
        if (path.settings() != Settings.UNDERSCORES) {
            assertThat(key.table()).isEqualTo(expected.table);
            assertThat(key.columns()).containsExactlyInAnyOrderElementsOf(expected.columns);
        }
        assertThat(factories.uniqueColumns(path.settings(), expected, key))
                .as("what the server has under that name")
                .containsExactlyInAnyOrderElementsOf(key.columns());
        assertThat(duplicate.getKind()).isEqualTo(ConstraintKind.UNIQUE);
        assertThat(duplicate.getSQLState()).isEqualTo("23000");
        assertThat(duplicate.getErrorCode()).isEqualTo(1062);
        cells++;
    }
}
