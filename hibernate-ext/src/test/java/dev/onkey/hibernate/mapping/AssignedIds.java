/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Identifiers that the application assigns, and by which a row is recognised. */
final class AssignedIds {

    static final List<Mapping<?>> ALL = List.of(
            new Mapping<>(ByText.class, ByText::new),
            new Mapping<>(ByNumber.class, ByNumber::new),
            new Mapping<>(ByBinary.class, ByBinary::new),
            new Mapping<>(ByChars.class, ByChars::new),
            new Mapping<>(Place.class, Place::new).keys("seat"),
            new Mapping<>(Seat.class, Seat::new).keys("seat"),
            new Mapping<>(Detail.class, Detail::new, Whole.class).keys("whole_id"),
            new Mapping<>(Line.class, Line::new, Parent.class).keys("number"));

    private AssignedIds() {}

    @Entity(name = "ByText")
    static class ByText {
        @Id
        @Column(length = 40)
        String id;

        String text;

        ByText() {}

        ByText(long key, Values values) {
            id = "k'\\" + key;
            text = values.orNull(values::text);
        }
    }

    @Entity(name = "ByNumber")
    static class ByNumber {
        @Id
        long id;

        String text;

        ByNumber() {}

        ByNumber(long key, Values values) {
            id = key - 5;
            text = values.orNull(values::text);
        }
    }

    @Entity(name = "ByBinary")
    static class ByBinary {
        @Id
        UUID id;

        String text;

        ByBinary() {}

        ByBinary(long key, Values values) {
            id = new UUID(key, -key);
            text = values.orNull(values::text);
        }
    }

    @Entity(name = "ByChars")
    static class ByChars {
        @Id
        @JdbcTypeCode(SqlTypes.CHAR)
        UUID id;

        String text;

        ByChars() {}

        ByChars(long key, Values values) {
            id = new UUID(key, -key);
            text = values.orNull(values::text);
        }
    }

    @Embeddable
    static class PlaceId implements Serializable {
        private static final long serialVersionUID = 1L;

        @Column(length = 10)
        String hall = "h";

        long seat;

        PlaceId() {}

        PlaceId(long seat) {
            this.seat = seat;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof PlaceId id && id.hall.equals(hall) && id.seat == seat;
        }

        @Override
        public int hashCode() {
            return Objects.hash(hall, seat);
        }
    }

    @Entity(name = "Place")
    static class Place {
        @EmbeddedId
        PlaceId id;

        String text;

        Place() {}

        Place(long key, Values values) {
            id = new PlaceId(key);
            text = values.orNull(values::text);
        }
    }

    static class SeatId implements Serializable {
        private static final long serialVersionUID = 1L;
        String hall;
        long seat;

        @Override
        public boolean equals(Object other) {
            return other instanceof SeatId id && id.hall.equals(hall) && id.seat == seat;
        }

        @Override
        public int hashCode() {
            return Objects.hash(hall, seat);
        }
    }

    @Entity(name = "Seat")
    @IdClass(SeatId.class)
    static class Seat {
        @Id
        @Column(length = 10)
        String hall = "h";

        @Id
        long seat;

        String text;

        Seat() {}

        Seat(long key, Values values) {
            seat = key;
            text = values.orNull(values::text);
        }
    }

    @Entity(name = "Whole")
    static class Whole {
        @Id
        Long id;

        Whole() {}

        Whole(long id) {
            this.id = id;
        }
    }

    /** Has the identifier of what it is a detail of. */
    @Entity(name = "Detail")
    static class Detail {
        @Id
        Long id;

        @MapsId
        @OneToOne
        Whole whole;

        String text;

        Detail() {}

        Detail(long key, Values values) {
            whole = values.given(Whole.class, key, () -> new Whole(key));
            text = values.orNull(values::text);
        }
    }

    @Embeddable
    static class LineId implements Serializable {
        private static final long serialVersionUID = 1L;
        Long parent;
        int number;

        LineId() {}

        LineId(int number) {
            this.number = number;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof LineId id && Objects.equals(id.parent, parent) && id.number == number;
        }

        @Override
        public int hashCode() {
            return Objects.hash(parent, number);
        }
    }

    @Entity(name = "Line")
    static class Line {
        @EmbeddedId
        LineId id;

        @MapsId("parent")
        @ManyToOne
        Parent parent;

        String text;

        Line() {}

        Line(long key, Values values) {
            id = new LineId((int) key);
            parent = values.session().getReference(Parent.class, 1L);
            text = values.orNull(values::text);
        }
    }
}
