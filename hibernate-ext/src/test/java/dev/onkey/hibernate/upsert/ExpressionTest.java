/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static dev.onkey.hibernate.upsert.Expression.greatest;
import static dev.onkey.hibernate.upsert.Expression.least;
import static dev.onkey.hibernate.upsert.Expression.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.onkey.hibernate.NaturalKey;
import dev.onkey.hibernate.Outcome;
import dev.onkey.hibernate.TestFactory;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/** What the server makes of a row that holds 10, 5 and null, and a candidate that proposes 7, 5 and null. */
class ExpressionTest {

    private static final Expression<Integer> A = Expression.stored("a");
    private static final Expression<Integer> B = Expression.stored("b");
    private static final Expression<Integer> NONE = Expression.stored("none");
    private static final Expression<Integer> NEW_A = Expression.proposed("a");
    private static final Expression<Integer> NEW_B = Expression.proposed("b");

    static final List<Arguments> VALUES = List.of(
            Arguments.of("plus", A.plus(NEW_A), 17),
            Arguments.of("minus", A.minus(NEW_A), 3),
            Arguments.of("times", A.times(NEW_A), 70),
            Arguments.of("greatest", greatest(A, NEW_A), 10),
            Arguments.of("least", least(A, NEW_A), 7),
            Arguments.of("greatest of null", greatest(A, NONE), null),
            Arguments.of("orElse", NONE.orElse(value(4)), 4),
            Arguments.of("null plus", NONE.plus(A), null),
            Arguments.of("nested", A.plus(B).times(value(2)), 30));

    static final List<Arguments> CONDITIONS = List.of(
            Arguments.of("10 = 7", A.isEqualTo(NEW_A), false),
            Arguments.of("5 = 5", B.isEqualTo(NEW_B), true),
            Arguments.of("null = null", NONE.isEqualTo(Expression.proposed("none")), true),
            Arguments.of("10 <> 7", A.isNotEqualTo(NEW_A), true),
            Arguments.of("10 <> null", A.isNotEqualTo(NONE), true),
            Arguments.of("10 > 7", A.isGreaterThan(NEW_A), true),
            Arguments.of("5 > 5", B.isGreaterThan(NEW_B), false),
            Arguments.of("5 >= 5", B.isAtLeast(NEW_B), true),
            Arguments.of("10 < 7", A.isLessThan(NEW_A), false),
            Arguments.of("5 < 5", B.isLessThan(NEW_B), false),
            Arguments.of("5 <= 5", B.isAtMost(NEW_B), true),
            Arguments.of("10 > null", A.isGreaterThan(NONE), false),
            Arguments.of("not 10 > null", A.isGreaterThan(NONE).not(), true),
            Arguments.of("null is null", NONE.isNull(), true),
            Arguments.of("10 is null", A.isNull(), false),
            Arguments.of("both", A.isNull().and(NONE.isNull()), false),
            Arguments.of("one of them", A.isNull().or(NONE.isNull()), true),
            Arguments.of("a sum and a value", A.plus(B).isGreaterThan(value(14)), true));

    private static TestFactory factory;
    private static Jdbc jdbc;

    @BeforeAll
    static void start() {
        factory = TestFactory.of("expression", Triple.class).build();
        jdbc = new Jdbc(factory.url());
    }

    @AfterAll
    static void stop() {
        factory.close();
    }

    @BeforeEach
    void oneRow() {
        jdbc.execute("delete from Triple");
        jdbc.execute("insert into Triple (code, a, b) values ('x', 10, 5)");
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("VALUES")
    void calculates(String what, Expression<Integer> expression, Integer result) {
        upsert(Updating.nothing().set("result", expression));

        assertThat(jdbc.row("select result from Triple")).isEqualTo(String.valueOf(result));
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("CONDITIONS")
    void decides(String what, Condition condition, boolean holds) {
        Outcome outcome = upsert(Updating.all().set("result", value(1)).updateIf(condition));

        assertThat(outcome).isEqualTo(holds ? Outcome.UPDATED : Outcome.UNCHANGED);
    }

    @Test
    void throwsWhatExceedsEveryNumberOfTheServer() {
        Expression<Integer> many = value(Integer.MAX_VALUE);

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() ->
                        upsert(Updating.nothing().set("result", A.times(many).times(many))));

        assertThat(jdbc.row("select concat(count(*), coalesce(max(result), ' none')) from Triple"))
                .isEqualTo("1 none");
    }

    private static Outcome upsert(Updating<Object> updating) {
        return factory.sessions()
                .fromTransaction(session -> Upserts.in(session)
                        .upsert(new Triple("x", 7, 5), updating)
                        .outcome());
    }

    @Entity(name = "Triple")
    @NaturalKey("code")
    static class Triple {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(length = 10)
        String code;

        Integer a;
        Integer b;
        Integer none;
        Integer result;

        protected Triple() {}

        Triple(String code, int a, int b) {
            this.code = code;
            this.a = a;
            this.b = b;
        }
    }
}
