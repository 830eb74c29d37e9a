/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.matrix;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import java.io.Serializable;
import java.util.Objects;

/** Identifiers, and keys of associations. */
final class Identifiers {

    private Identifiers() {}

    @Entity(name = "Assigned")
    static class Assigned {
        @Id
        String iso;

        Assigned() {}

        Assigned(long key) {
            iso = "i" + key;
        }
    }

    @Embeddable
    static class PassportId implements Serializable {
        private static final long serialVersionUID = 1L;
        String country = "c";
        long number;

        @Override
        public boolean equals(Object other) {
            return other instanceof PassportId id && id.country.equals(country) && id.number == number;
        }

        @Override
        public int hashCode() {
            return Objects.hash(country, number);
        }
    }

    @Entity(name = "Passport")
    static class Passport {
        @EmbeddedId
        PassportId id = new PassportId();

        Passport() {}

        Passport(long key) {
            id.number = key;
        }
    }

    static class SeatId implements Serializable {
        private static final long serialVersionUID = 1L;
        long hall;
        long place;

        @Override
        public boolean equals(Object other) {
            return other instanceof SeatId id && id.hall == hall && id.place == place;
        }

        @Override
        public int hashCode() {
            return Objects.hash(hall, place);
        }
    }

    @Entity(name = "Seat")
    @IdClass(SeatId.class)
    static class Seat {
        @Id
        long hall = 1;

        @Id
        long place;

        Seat() {}

        Seat(long key) {
            place = key;
        }
    }

    @Entity(name = "Joined")
    static class Joined extends Row {
        @ManyToOne
        @JoinColumn(unique = true)
        Tenant tenant;

        Joined() {}

        Joined(long id, long key) {
            super(id);
            tenant = new Tenant(key);
        }
    }

    @Entity(name = "Partner")
    static class Partner extends Row {
        @OneToOne
        Tenant tenant;

        Partner() {}

        Partner(long id, long key) {
            super(id);
            tenant = new Tenant(key);
        }
    }
}
