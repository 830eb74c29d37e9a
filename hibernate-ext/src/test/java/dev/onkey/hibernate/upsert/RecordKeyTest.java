/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static dev.onkey.hibernate.Outcome.CREATED;
import static dev.onkey.hibernate.Outcome.UNCHANGED;
import static dev.onkey.hibernate.Outcome.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onkey.hibernate.NaturalKey;
import dev.onkey.hibernate.TestFactory;
import dev.onkey.hibernate.UpsertedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rows that are recognised by what a record holds. */
class RecordKeyTest {

    private static TestFactory factory;

    @BeforeAll
    static void start() {
        factory = TestFactory.of("record_key", Seat.class, Line.class).build();
    }

    @AfterAll
    static void stop() {
        factory.close();
    }

    @Test
    void aRecordIsTheIdentifier() {
        factory.sessions().inTransaction(session -> {
            Upserts upserts = Upserts.in(session);
            Seat seat = upserts.getOrCreate(new Seat(1, 2, "free"));

            assertThat(upserts.getOrCreate(new Seat(1, 2, "taken"))).isSameAs(seat);
            assertThat(upserts.upsert(new Seat(1, 2, "taken")).outcome()).isEqualTo(UPDATED);
            assertThat(seat.state).isEqualTo("taken");
            assertThat(upserts.upsertAll(List.of(new Seat(1, 2, "taken"), new Seat(1, 3, "free"))))
                    .containsExactly(
                            new UpsertedRow(new SeatId(1, 2), UNCHANGED), new UpsertedRow(new SeatId(1, 3), CREATED));
        });
    }

    @Test
    void theNaturalKeyIsInsideARecord() {
        factory.sessions().inTransaction(session -> {
            Upserts upserts = Upserts.in(session);
            Line line = upserts.getOrCreate(new Line("0851", "7", "Ann"));

            assertThat(upserts.getOrCreate(new Line("0851", "7", "Bob"))).isSameAs(line);
            assertThat(upserts.upsert(new Line("0851", "7", "Bob")).outcome()).isEqualTo(UPDATED);
            assertThat(line.owner).isEqualTo("Bob");
            assertThat(upserts.upsertAll(List.of(new Line("0851", "7", "Bob"), new Line("0851", "8", "Eve"))))
                    .extracting(UpsertedRow::outcome)
                    .containsExactly(UNCHANGED, CREATED);
            assertThat(upserts.findByNaturalKey(Line.class, Map.of("phone.area", "0851", "phone.number", "7")))
                    .containsSame(line);
        });
    }

    @Embeddable
    record SeatId(int bench, int number) {}

    @Entity(name = "Seat")
    static class Seat {
        @EmbeddedId
        SeatId id;

        @Column(length = 20)
        String state;

        protected Seat() {}

        Seat(int bench, int number, String state) {
            this.id = new SeatId(bench, number);
            this.state = state;
        }
    }

    @Embeddable
    record Phone(
            @Column(length = 10) String area,
            @Column(length = 20) String number) {}

    @Entity(name = "Line")
    @Table(uniqueConstraints = @UniqueConstraint(columnNames = {"area", "number"}))
    @NaturalKey({"phone.area", "phone.number"})
    static class Line {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        Phone phone;

        @Column(length = 20)
        String owner;

        protected Line() {}

        Line(String area, String number, String owner) {
            this.phone = new Phone(area, number);
            this.owner = owner;
        }
    }
}
