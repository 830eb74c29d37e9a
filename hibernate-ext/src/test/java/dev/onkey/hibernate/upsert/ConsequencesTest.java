/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onkey.hibernate.TestFactory;
import dev.onkey.hibernate.model.Reading;
import dev.onkey.hibernate.model.Tenant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where a row that Onkey writes differs from one that is persisted, as the javadoc says. */
class ConsequencesTest {

    private static TestFactory factory;

    @BeforeAll
    static void start() {
        factory = TestFactory.of("consequences", Tenant.class, Reading.class).build();
    }

    @AfterAll
    static void stop() {
        factory.close();
    }

    @Test
    void theCandidateStaysWhatItWas() {
        Reading candidate = new Reading("3", LocalDate.EPOCH);
        factory.sessions().inTransaction(session -> {
            Upserts.in(session).upsert(candidate);
            assertThat(session.contains(candidate)).isFalse();
        });
        assertThat(candidate.id).isNull();
        assertThat(candidate.created).isNull();
    }

    @Test
    void aStatementThatFindsTheRowUsesUpAnId() {
        Object first = factory.sessions()
                .fromTransaction(session ->
                        Upserts.in(session).insertIfAbsent(new Tenant("burnt")).id());
        factory.sessions().inTransaction(session -> Upserts.in(session).insertIfAbsent(new Tenant("burnt")));
        Object next = factory.sessions()
                .fromTransaction(session ->
                        Upserts.in(session).insertIfAbsent(new Tenant("after")).id());

        assertThat((Long) next).isEqualTo((Long) first + 2);
    }
}
