/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.mapping;

import dev.onkey.hibernate.NaturalKey;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.util.List;

/** Several classes in one table. */
final class Hierarchies {

    static final List<Mapping<?>> ALL = List.of(
            new Mapping<>(Dog.class, Dog::new, Animal.class, Cat.class),
            new Mapping<>(Cat.class, Cat::new, Animal.class, Dog.class),
            new Mapping<>(Animal.class, Animal::new, Cat.class, Dog.class),
            new Mapping<>(Jet.class, Jet::new, Plane.class),
            new Mapping<>(Van.class, Van::new, Car.class),
            new Mapping<>(Car.class, Car::new, Van.class));

    private Hierarchies() {}

    @Entity(name = "Animal")
    @NaturalKey("code")
    static class Animal {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(length = 40)
        String code;

        String name;

        Animal() {}

        Animal(long key, Values values) {
            code = "k" + key;
            name = values.orNull(values::text);
        }
    }

    @Entity(name = "Dog")
    @NaturalKey("code")
    static class Dog extends Animal {
        Boolean barks;

        Dog() {}

        Dog(long key, Values values) {
            super(key, values);
            barks = values.orNull(values::bool);
        }
    }

    @Entity(name = "Cat")
    @NaturalKey("code")
    @DiscriminatorValue("it's a \"cat\"")
    static class Cat extends Animal {
        String fur;

        Cat() {}

        Cat(long key, Values values) {
            super(key, values);
            fur = values.orNull(values::text);
        }
    }

    @Entity(name = "Plane")
    @DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.CHAR)
    @DiscriminatorValue("P")
    @NaturalKey("code")
    static class Plane {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(length = 40)
        String code;

        @Column(name = "kind", insertable = false, updatable = false)
        Character kind;

        Plane() {}
    }

    @Entity(name = "Jet")
    @DiscriminatorValue("J")
    @NaturalKey("code")
    static class Jet extends Plane {
        Integer thrust;

        Jet() {}

        Jet(long key, Values values) {
            code = "k" + key;
            thrust = values.orNull(values::int32);
        }
    }

    @Entity(name = "Car")
    @DiscriminatorColumn(name = "`type`", discriminatorType = DiscriminatorType.INTEGER)
    @DiscriminatorValue("0")
    @NaturalKey("code")
    static class Car {
        @Id
        @Column(length = 40)
        String id;

        @Column(length = 40)
        String code;

        String name;

        Car() {}

        Car(long key, Values values) {
            id = "i" + key;
            code = "k" + key;
            name = values.orNull(values::text);
        }
    }

    @Entity(name = "Van")
    @DiscriminatorValue("-1")
    @NaturalKey("code")
    static class Van extends Car {
        Double cargo;

        Van() {}

        Van(long key, Values values) {
            super(key, values);
            cargo = values.orNull(values::float64);
        }
    }
}
