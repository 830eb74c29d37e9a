/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.matrix;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.SecondaryTable;

/** Entities with several tables, and tables with several entities. */
final class Hierarchies {

    private Hierarchies() {}

    @Entity(name = "Person")
    @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
    static class Person extends Row {}

    @Entity(name = "Employee")
    static class Employee extends Person {
        @Column(unique = true)
        String desk;

        Employee() {}

        Employee(long id, long key) {
            this.id = id;
            desk = "d" + key;
        }
    }

    @Entity(name = "Animal")
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Animal extends Row {
        @Column(unique = true)
        String chip;

        Animal() {}

        Animal(long id, String chip) {
            super(id);
            this.chip = chip;
        }
    }

    @Entity(name = "Dog")
    static class Dog extends Animal {
        @Column(unique = true)
        String bark;

        Dog() {}

        Dog(long id, String chip, long key) {
            super(id, chip);
            bark = "b" + key;
        }
    }

    @Entity(name = "Plane")
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    static class Plane extends Row {
        @Column(unique = true)
        String sign;
    }

    @Entity(name = "Jet")
    static class Jet extends Plane {
        Jet() {}

        Jet(long id, long key) {
            this.id = id;
            sign = "s" + key;
        }
    }

    @Entity(name = "Split")
    @SecondaryTable(name = "SplitMore")
    static class Split extends Row {
        @Column(table = "SplitMore", unique = true)
        String more;

        Split() {}

        Split(long id, long key) {
            super(id);
            more = "m" + key;
        }
    }
}
