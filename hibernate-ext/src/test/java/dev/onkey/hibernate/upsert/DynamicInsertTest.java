/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static dev.onkey.hibernate.Outcome.CREATED;
import static dev.onkey.hibernate.Outcome.UNCHANGED;
import static dev.onkey.hibernate.Outcome.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onkey.hibernate.NaturalKey;
import dev.onkey.hibernate.TestFactory;
import dev.onkey.hibernate.Upserted;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.DynamicInsert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A null is not written, so that the column's default stays. */
class DynamicInsertTest {

    private static TestFactory factory;

    @BeforeAll
    static void start() {
        factory = TestFactory.of("dynamic_insert", Parcel.class).build();
    }

    @AfterAll
    static void stop() {
        factory.close();
    }

    @Test
    void theDefaultIsStoredAndTheSameDataChangesNothing() {
        Upserted<Parcel> created = upsert(new Parcel("p", null), Updating.all());
        assertThat(created.outcome()).isEqualTo(CREATED);
        assertThat(created.entity().state).isEqualTo("new");

        assertThat(upsert(new Parcel("p", null), Updating.all()).outcome()).isEqualTo(UNCHANGED);
        assertThat(upsert(new Parcel("p", "sent"), Updating.all()).outcome()).isEqualTo(UPDATED);
        assertThat(upsert(new Parcel("p", null), Updating.all()).entity().state).isEqualTo("sent");
        assertThat(upsert(new Parcel("p", null), Updating.only("state")).entity().state)
                .as("a null that is named")
                .isNull();
    }

    @Test
    void aValueOfTheCallerIsWrittenWhereTheCandidatesIsNull() {
        upsert(new Parcel("v", "sent"), Updating.all());

        assertThat(upsert(new Parcel("v", null), Updating.all().set("state", Expression.value("lost")))
                        .entity()
                        .state)
                .isEqualTo("lost");
    }

    private static Upserted<Parcel> upsert(Parcel parcel, Updating<Object> updating) {
        return factory.sessions().fromTransaction(session -> Upserts.in(session).upsert(parcel, updating));
    }

    @Entity(name = "Parcel")
    @NaturalKey("code")
    @DynamicInsert
    static class Parcel {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(length = 10)
        String code;

        @ColumnDefault("'new'")
        String state;

        protected Parcel() {}

        Parcel(String code, String state) {
            this.code = code;
            this.state = state;
        }
    }
}
