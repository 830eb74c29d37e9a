/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static dev.onkey.hibernate.Outcome.CREATED;
import static dev.onkey.hibernate.Outcome.UNCHANGED;
import static dev.onkey.hibernate.Outcome.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onkey.hibernate.Outcome;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

class AnswerTest {

    static final List<Arguments> AUTO_INCREMENT = List.of(
            Arguments.of("created", 1, 7, CREATED),
            Arguments.of("changed", 2, -7, UPDATED),
            Arguments.of("changed, with an UPDATE trigger", 2, 7, UPDATED),
            Arguments.of("unchanged, the driver counts found rows", 1, -7, UNCHANGED),
            Arguments.of("unchanged, the driver counts affected rows", 0, -7, UNCHANGED),
            Arguments.of("the greatest id", 1, -Long.MAX_VALUE, UNCHANGED));

    static final List<Arguments> ASSIGNED = List.of(
            Arguments.of("created", 1, UpsertSql.CREATED, CREATED),
            Arguments.of("changed", 2, UpsertSql.CHANGED, UPDATED),
            Arguments.of("unchanged, the driver counts found rows", 1, UpsertSql.SAME, UNCHANGED),
            Arguments.of("unchanged, the driver counts affected rows", 0, UpsertSql.SAME, UNCHANGED));

    @ParameterizedTest(name = "{0}")
    @FieldSource("AUTO_INCREMENT")
    void readsWhatHappenedToARowWhoseIdTheServerMakes(String what, long count, long key, Outcome outcome) {
        Answer answer = new Answer(count, key);

        assertThat(answer.outcomeOfAutoIncrement()).isEqualTo(outcome);
        assertThat(answer.autoIncrement()).isEqualTo(Math.abs(key)).isPositive();
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("ASSIGNED")
    void readsWhatHappenedToARowWhoseIdIsAssigned(String what, long count, long key, Outcome outcome) {
        assertThat(new Answer(count, key).outcomeOfAssigned()).isEqualTo(outcome);
    }
}
