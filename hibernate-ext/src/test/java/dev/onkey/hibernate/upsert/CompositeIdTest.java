/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static dev.onkey.hibernate.Outcome.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onkey.hibernate.NaturalKey;
import dev.onkey.hibernate.TestFactory;
import dev.onkey.hibernate.Upserted;
import dev.onkey.hibernate.UpsertedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An identifier of several columns, and a natural key beside it: which row it is, only the stored entity can tell. */
class CompositeIdTest {

    private static TestFactory factory;

    @BeforeAll
    static void start() {
        factory = TestFactory.of("composite_id", Room.class).build();
    }

    @AfterAll
    static void stop() {
        factory.close();
    }

    @BeforeEach
    void oneRoom() {
        new Jdbc(factory.url()).execute("delete from Room");
        factory.sessions().inTransaction(session -> session.persist(new Room(1, 7, "blue", 20)));
    }

    @Test
    void aManagedInstanceIsUpToDate() {
        factory.sessions().inTransaction(session -> {
            Room managed = session.find(Room.class, new RoomId(1, 7));

            Upserted<Room> upserted = Upserts.in(session).upsert(new Room(2, 8, "blue", 30));

            assertThat(upserted.outcome()).isEqualTo(UPDATED);
            assertThat(upserted.entity()).isSameAs(managed);
            assertThat(managed.seats).isEqualTo(30);
        });
    }

    @Test
    void theIdIsTheStoredOne() {
        assertThat(factory.sessions()
                        .<List<UpsertedRow>>fromTransaction(
                                session -> Upserts.in(session).upsertAll(List.of(new Room(2, 8, "blue", 30)))))
                .containsExactly(new UpsertedRow(new RoomId(1, 7), UPDATED));
    }

    @Test
    void anImportKeepsNothingInTheSession() {
        factory.sessions().inTransaction(session -> {
            Upserts.in(session)
                    .upsertAll(
                            Stream.of(new Room(2, 8, "blue", 30), new Room(3, 9, "red", 10)), Importing.of(Room.class));

            assertThat(session.getStatistics().getEntityCount()).isZero();
        });
    }

    @Entity(name = "Room")
    @IdClass(RoomId.class)
    @NaturalKey("name")
    static class Room {
        @Id
        int floor;

        @Id
        int number;

        @Column(length = 20)
        String name;

        int seats;

        protected Room() {}

        Room(int floor, int number, String name, int seats) {
            this.floor = floor;
            this.number = number;
            this.name = name;
            this.seats = seats;
        }
    }

    static class RoomId implements Serializable {

        private static final long serialVersionUID = 1L;

        int floor;
        int number;

        protected RoomId() {}

        RoomId(int floor, int number) {
            this.floor = floor;
            this.number = number;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof RoomId id && floor == id.floor && number == id.number;
        }

        @Override
        public int hashCode() {
            return Objects.hash(floor, number);
        }
    }
}
