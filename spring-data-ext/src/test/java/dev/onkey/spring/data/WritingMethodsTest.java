/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onkey.hibernate.Upserted;
import dev.onkey.hibernate.UpsertedRow;
import java.io.Serializable;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WritingMethodsTest {

    private final WritingMethods methods = new WritingMethods(Codes.class);

    @Test
    void areThoseThatAreInherited() {
        assertThat(named("upsertAll")).hasSize(3).allMatch(methods::contains);
        assertThat(named("insertAllIfAbsent")).hasSize(1).allMatch(methods::contains);
    }

    @Test
    void areThoseThatABaseInterfaceDeclaresAgainWithABound() throws NoSuchMethodException {
        assertThat(methods.contains(Bounded.class.getMethod("insertIfAbsent", Serializable.class)))
                .isTrue();
    }

    @Test
    void areThoseThatTheRepositoryDeclaresAgainAndNotTheirBridges() {
        assertThat(named("upsert").filter(Method::isBridge)).isNotEmpty().noneMatch(methods::contains);
        assertThat(named("upsert").filter(method -> !method.isBridge()))
                .hasSize(2)
                .allMatch(methods::contains);
    }

    @Test
    void areNotThoseThatReadOrOpenTheirTransactionsThemselvesOrAreOthersOfTheSameName() throws NoSuchMethodException {
        assertThat(Stream.concat(named("findByNaturalKey"), named("upsertInChunks")))
                .hasSize(2)
                .noneMatch(methods::contains);
        assertThat(methods.contains(Codes.class.getMethod("upsert", int.class))).isFalse();
    }

    private static Stream<Method> named(String name) {
        return Stream.of(Codes.class.getMethods())
                .filter(method -> method.getName().equals(name))
                .filter(method -> method.getParameterTypes()[0] != int.class);
    }

    interface Bounded<T extends Serializable> extends UpsertRepository<T> {
        @Override
        UpsertedRow insertIfAbsent(T candidate);
    }

    interface Codes extends Bounded<String> {
        @Override
        <S extends String> Upserted<S> upsert(S candidate);

        @Override
        Optional<String> findByNaturalKey(Map<String, ?> naturalKey);

        void upsert(int number);
    }
}
