/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onkey.hibernate.NaturalKey;
import dev.onkey.hibernate.TestFactory;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.PrePersist;
import java.time.Instant;
import java.util.Date;
import org.hibernate.annotations.CreationTimestamp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A candidate stays what it was, whatever generators and callbacks do. */
class UntouchedCandidateTest {

    private static TestFactory factory;

    @BeforeAll
    static void start() {
        factory = TestFactory.of("untouched", Stamped.class, Dated.class).build();
    }

    @AfterAll
    static void stop() {
        factory.close();
    }

    @Test
    void aGeneratorInsideAnEmbeddedAttributeLeavesItAlone() {
        Stamped candidate = new Stamped("s");

        Stamped stored = factory.sessions()
                .fromTransaction(
                        session -> Upserts.in(session).upsert(candidate).entity());

        assertThat(stored.stamp.created).isNotNull();
        assertThat(candidate.stamp.created).isNull();
    }

    @Test
    void aCallbackThatChangesAValueInPlaceLeavesItAlone() {
        Dated candidate = new Dated("d");

        Dated stored = factory.sessions()
                .fromTransaction(session -> Upserts.in(session).getOrCreate(candidate));

        assertThat(stored.date.getTime()).isEqualTo(86_400_000);
        assertThat(candidate.date.getTime()).isZero();
    }

    @Embeddable
    static class Stamp {
        @CreationTimestamp
        Instant created;
    }

    @Entity(name = "Stamped")
    @NaturalKey("code")
    static class Stamped {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(length = 10)
        String code;

        @Embedded
        Stamp stamp = new Stamp();

        protected Stamped() {}

        Stamped(String code) {
            this.code = code;
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

        @Column(name = "at_date")
        Date date = new Date(0);

        protected Dated() {}

        Dated(String code) {
            this.code = code;
        }

        @PrePersist
        void nextDay() {
            date.setTime(86_400_000);
        }
    }
}
