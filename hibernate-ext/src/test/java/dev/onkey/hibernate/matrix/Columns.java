/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.matrix;

import dev.onkey.hibernate.NaturalKey;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.NaturalId;

/** Keys of plain columns, in every way to declare them. */
final class Columns {

    private Columns() {}

    @Entity(name = "Inline")
    static class Inline extends Row {
        @Column(unique = true)
        String email;

        Inline() {}

        Inline(long id, long key) {
            super(id);
            email = "e" + key;
        }
    }

    @Entity(name = "Constrained")
    @Table(
            uniqueConstraints =
                    @UniqueConstraint(
                            name = "ux_pair",
                            columnNames = {"realm", "login"}))
    static class Constrained extends Row {
        String login;
        String realm = "r";

        Constrained() {}

        Constrained(long id, long key) {
            super(id);
            login = "l" + key;
        }
    }

    @Entity(name = "Unnamed")
    @Table(uniqueConstraints = @UniqueConstraint(columnNames = {"realm", "login"}))
    static class Unnamed extends Row {
        String login;
        String realm = "r";

        Unnamed() {}

        Unnamed(long id, long key) {
            super(id);
            login = "l" + key;
        }
    }

    @Entity(name = "Indexed")
    @Table(indexes = @Index(name = "ux_same", columnList = "code", unique = true))
    static class Indexed extends Row {
        long code;

        Indexed() {}

        Indexed(long id, long key) {
            super(id);
            code = key;
        }
    }

    @Entity(name = "SameName")
    @Table(uniqueConstraints = @UniqueConstraint(name = "ux_same", columnNames = "serial"))
    static class SameName extends Row {
        long serial;

        SameName() {}

        SameName(long id, long key) {
            super(id);
            serial = key;
        }
    }

    @Embeddable
    static class Address {
        String street = "s";
        String zip;
    }

    @Entity(name = "Placed")
    @Table(uniqueConstraints = @UniqueConstraint(name = "ux_zip", columnNames = "zip"))
    static class Placed extends Row {
        @Embedded
        Address address = new Address();

        Placed() {}

        Placed(long id, long key) {
            super(id);
            address.zip = "z" + key;
        }
    }

    @Entity(name = "ByNaturalId")
    static class ByNaturalId extends Row {
        @NaturalId(mutable = true)
        String email;

        ByNaturalId() {}

        ByNaturalId(long id, long key) {
            super(id);
            email = "e" + key;
        }
    }

    @Entity(name = "ByNaturalKey")
    @NaturalKey({"tenant", "address.zip"})
    static class ByNaturalKey extends Row {
        @ManyToOne
        Tenant tenant = new Tenant(1);

        @Embedded
        Address address = new Address();

        ByNaturalKey() {}

        ByNaturalKey(long id, long key) {
            super(id);
            address.zip = "z" + key;
        }
    }

    /** Its identifier is given for an update alone. */
    @Entity(name = "Counted")
    @NaturalKey("email")
    static class Counted {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        String email;

        Counted() {}

        Counted(long id, long key) {
            this.id = id == 2 && key == 1 ? id : null;
            email = "e" + key;
        }
    }
}
