/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static dev.onkey.hibernate.Outcome.CREATED;
import static dev.onkey.hibernate.Outcome.UNCHANGED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onkey.hibernate.NaturalKey;
import dev.onkey.hibernate.TestFactory;
import dev.onkey.hibernate.Upserted;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code @Immutable}: what Hibernate never updates, an upsert never updates. */
class ImmutableEntityTest {

    private static TestFactory factory;

    @BeforeAll
    static void start() {
        factory = TestFactory.of("immutable", Ledger.class).build();
    }

    @AfterAll
    static void stop() {
        factory.close();
    }

    @Test
    void anImmutableEntityIsInsertedAndNeverUpdated() {
        assertThat(upsert(new Ledger("l", 1)).outcome()).isEqualTo(CREATED);

        Upserted<Ledger> again = upsert(new Ledger("l", 2));

        assertThat(again.outcome()).isEqualTo(UNCHANGED);
        assertThat(again.entity().amount).isEqualTo(1);
    }

    private static <E> Upserted<E> upsert(E candidate) {
        return factory.sessions().fromTransaction(session -> Upserts.in(session).upsert(candidate));
    }

    @Entity(name = "Ledger")
    @NaturalKey("code")
    @Immutable
    static class Ledger {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(length = 10)
        String code;

        int amount;

        protected Ledger() {}

        Ledger(String code, int amount) {
            this.code = code;
            this.amount = amount;
        }
    }
}
