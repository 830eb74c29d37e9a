/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.matrix;

import static dev.onkey.hibernate.DuplicateKey.Kind.NATURAL;
import static dev.onkey.hibernate.DuplicateKey.Kind.PRIMARY;
import static dev.onkey.hibernate.DuplicateKey.Kind.UNIQUE;

import dev.onkey.hibernate.matrix.Collections.Owner;
import dev.onkey.hibernate.matrix.Columns.ByNaturalId;
import dev.onkey.hibernate.matrix.Columns.ByNaturalKey;
import dev.onkey.hibernate.matrix.Columns.Constrained;
import dev.onkey.hibernate.matrix.Columns.Counted;
import dev.onkey.hibernate.matrix.Columns.Indexed;
import dev.onkey.hibernate.matrix.Columns.Inline;
import dev.onkey.hibernate.matrix.Columns.Placed;
import dev.onkey.hibernate.matrix.Columns.SameName;
import dev.onkey.hibernate.matrix.Columns.Unnamed;
import dev.onkey.hibernate.matrix.Hierarchies.Animal;
import dev.onkey.hibernate.matrix.Hierarchies.Dog;
import dev.onkey.hibernate.matrix.Hierarchies.Employee;
import dev.onkey.hibernate.matrix.Hierarchies.Jet;
import dev.onkey.hibernate.matrix.Hierarchies.Person;
import dev.onkey.hibernate.matrix.Hierarchies.Plane;
import dev.onkey.hibernate.matrix.Hierarchies.Split;
import dev.onkey.hibernate.matrix.Identifiers.Assigned;
import dev.onkey.hibernate.matrix.Identifiers.Joined;
import dev.onkey.hibernate.matrix.Identifiers.Partner;
import dev.onkey.hibernate.matrix.Identifiers.Passport;
import dev.onkey.hibernate.matrix.Identifiers.Seat;
import dev.onkey.hibernate.matrix.Names.Elsewhere;
import dev.onkey.hibernate.matrix.Names.Quoted;
import dev.onkey.hibernate.matrix.Names.Reserved;
import java.util.List;

/** Every way to declare a unique key of an entity. A new one is one more entry. */
final class Declarations {

    static final Class<?>[] ENTITIES = {
        Tenant.class,
        Inline.class,
        Constrained.class,
        Unnamed.class,
        Indexed.class,
        SameName.class,
        Placed.class,
        ByNaturalId.class,
        ByNaturalKey.class,
        Assigned.class,
        Passport.class,
        Seat.class,
        Joined.class,
        Partner.class,
        Person.class,
        Employee.class,
        Animal.class,
        Dog.class,
        Plane.class,
        Jet.class,
        Split.class,
        Quoted.class,
        Reserved.class,
        Elsewhere.class,
        Owner.class,
        Counted.class
    };

    static final List<Declaration> OF_ENTITIES = List.of(
            new Declaration("@Column(unique)", UNIQUE, Inline.class, Inline::new)
                    .attribute("email", key -> "e" + key)
                    .columns("email"),
            new Declaration("@Table(uniqueConstraints)", UNIQUE, Constrained.class, Constrained::new)
                    .attribute("realm", key -> "r")
                    .attribute("login", key -> "l" + key)
                    .columns("realm", "login"),
            new Declaration("@Table(uniqueConstraints) without a name", UNIQUE, Unnamed.class, Unnamed::new)
                    .attribute("realm", key -> "r")
                    .attribute("login", key -> "l" + key)
                    .columns("realm", "login"),
            new Declaration("@Index(unique)", UNIQUE, Indexed.class, Indexed::new)
                    .attribute("code", key -> key)
                    .columns("code"),
            new Declaration("the same name in two tables", UNIQUE, SameName.class, SameName::new)
                    .attribute("serial", key -> key)
                    .columns("serial"),
            new Declaration("an attribute of an embeddable", UNIQUE, Placed.class, Placed::new)
                    .attribute("address.zip", key -> "z" + key)
                    .columns("zip"),
            new Declaration("@NaturalId", NATURAL, ByNaturalId.class, ByNaturalId::new)
                    .attribute("email", key -> "e" + key)
                    .columns("email"),
            new Declaration("@NaturalKey", NATURAL, ByNaturalKey.class, ByNaturalKey::new)
                    .attribute("tenant", key -> new Tenant(1))
                    .attribute("address.zip", key -> "z" + key)
                    .columns("tenant_id", "zip"),
            new Declaration("@NaturalKey beside IDENTITY", NATURAL, Counted.class, Counted::new)
                    .attribute("email", key -> "e" + key)
                    .columns("email"),
            new Declaration("@Id", PRIMARY, Assigned.class, (id, key) -> new Assigned(key))
                    .attribute("iso", key -> "i" + key)
                    .columns("iso"),
            new Declaration("@EmbeddedId", PRIMARY, Passport.class, (id, key) -> new Passport(key))
                    .attribute("id.country", key -> "c")
                    .attribute("id.number", key -> key)
                    .columns("country", "number"),
            new Declaration("@IdClass", PRIMARY, Seat.class, (id, key) -> new Seat(key))
                    .attribute("hall", key -> 1L)
                    .attribute("place", key -> key)
                    .columns("hall", "place"),
            new Declaration("@JoinColumn(unique)", UNIQUE, Joined.class, Joined::new)
                    .attribute("tenant", Tenant::new)
                    .columns("tenant_id"),
            new Declaration("@OneToOne", UNIQUE, Partner.class, Partner::new)
                    .attribute("tenant", Tenant::new)
                    .columns("tenant_id"),
            new Declaration("SINGLE_TABLE", UNIQUE, Employee.class, Employee::new)
                    .attribute("desk", key -> "d" + key)
                    .table("Person")
                    .columns("desk"),
            new Declaration("JOINED", UNIQUE, Dog.class, (id, key) -> new Dog(id, "c" + id, key))
                    .attribute("bark", key -> "b" + key)
                    .columns("bark")
                    .spare(3, new Animal(3, "c3")),
            new Declaration("TABLE_PER_CLASS", UNIQUE, Jet.class, Jet::new)
                    .attribute("sign", key -> "s" + key)
                    .columns("sign"),
            new Declaration("@SecondaryTable", UNIQUE, Split.class, Split::new)
                    .attribute("more", key -> "m" + key)
                    .table("SplitMore")
                    .columns("more")
                    .spare(3, without(new Split(3, 0))),
            new Declaration("quoted names", UNIQUE, Quoted.class, Quoted::new)
                    .attribute("blank", key -> "b" + key)
                    .table("a quo.ted'table")
                    .columns("blank name"),
            new Declaration("reserved names", UNIQUE, Reserved.class, Reserved::new)
                    .attribute("order", key -> "' for key 'select.PRIMARY' o" + key)
                    .table("select")
                    .columns("order"),
            new Declaration("@Table(catalog)", UNIQUE, Elsewhere.class, Elsewhere::new)
                    .attribute("place", key -> "p" + key)
                    .table("Inline")
                    .columns("place"));

    private Declarations() {}

    private static Split without(Split row) {
        row.more = null;
        return row;
    }
}
