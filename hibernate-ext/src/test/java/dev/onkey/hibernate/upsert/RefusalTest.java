/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onkey.hibernate.TestFactory;
import dev.onkey.hibernate.model.Account;
import dev.onkey.hibernate.model.Event;
import dev.onkey.hibernate.model.Tenant;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.TransactionRequiredException;
import java.util.stream.Stream;
import org.hibernate.MappingException;
import org.hibernate.annotations.DiscriminatorOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be done is refused before any SQL, by name and with the reason. */
class RefusalTest {

    private static TestFactory factory;
    private static Tenant tenant;

    @BeforeAll
    static void start() {
        factory = TestFactory.of(
                        "refusals",
                        Tenant.class,
                        Account.class,
                        Event.class,
                        Keyless.class,
                        Vehicle.class,
                        Car.class,
                        Shape.class,
                        Circle.class,
                        Split.class,
                        Animal.class,
                        Cat.class)
                .build();
        tenant = factory.sessions()
                .fromTransaction(session -> Upserts.in(session).getOrCreate(new Tenant("acme")));
    }

    @AfterAll
    static void stop() {
        factory.close();
    }

    static Stream<Arguments> mappings() {
        return Stream.of(
                Arguments.of(new Keyless(), "Keyless", "declares no natural key"),
                Arguments.of(new Car(), "Car", "its hierarchy is stored in several tables"),
                Arguments.of(new Vehicle(), "Vehicle", "its hierarchy is stored in several tables"),
                Arguments.of(new Shape(), "Shape", "its hierarchy is stored in several tables"),
                Arguments.of(new Split(), "Split", "'note' is in another table (split_notes) than the entity. Map it"),
                Arguments.of(new Cat(), "Cat", "its discriminator column kind is an attribute's as well"));
    }

    @ParameterizedTest
    @MethodSource("mappings")
    @DisplayName("an auto-generated id alone cannot be the key; several tables refused")
    void refusesAMappingThatItCannotWrite(Object candidate, String entity, String reason) {
        factory.statements().clear();
        assertThatThrownBy(() -> upsert(candidate))
                .isInstanceOf(MappingException.class)
                .hasMessageStartingWith(entity + " cannot be got, created or upserted")
                .hasMessageContaining(reason);
        assertThat(factory.statements()).isEmpty();
    }

    static Stream<Arguments> candidates() {
        Account withId = new Account(tenant, "a@x.org");
        withId.id = 7L;
        Account withEvents = new Account(tenant, "a@x.org");
        withEvents.events.add(new Event("r", null));
        return Stream.of(
                Arguments.of(null, "candidate is null"),
                Arguments.of("text", "java.lang.String is not an entity"),
                Arguments.of(
                        new Account(tenant, null),
                        "Account.email is null, and it is part of the natural key [tenant, email]"),
                Arguments.of(new Account(null, "a@x.org"), "Account.tenant is null"),
                Arguments.of(new Account(new Tenant("new"), "a@x.org"), "Account.tenant refers to a transient"),
                Arguments.of(withId, "Account has the identifier 7 already"),
                Arguments.of(withEvents, "Account.events is not empty"),
                Arguments.of(new Event(null, "p"), "Event has no identifier"));
    }

    @ParameterizedTest
    @MethodSource("candidates")
    @DisplayName("NULL in the key: refused, with the reason")
    void refusesACandidateThatItCannotWriteInFull(Object candidate, String message) {
        factory.statements().clear();
        assertThatThrownBy(() -> upsert(candidate))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
        assertThat(factory.statements()).isEmpty();
    }

    @Test
    void needsATransaction() {
        assertThatThrownBy(() -> factory.sessions()
                        .inSession(session -> Upserts.in(session).getOrCreate(new Tenant("x"))))
                .isInstanceOf(TransactionRequiredException.class);
    }

    private static void upsert(Object candidate) {
        factory.sessions().inTransaction(session -> Upserts.in(session).upsert(candidate));
    }

    @Entity(name = "Keyless")
    static class Keyless {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;
    }

    @Entity(name = "Vehicle")
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Vehicle {
        @Id
        @Column(length = 20)
        String plate = "p";
    }

    @Entity(name = "Car")
    static class Car extends Vehicle {
        int doors;
    }

    @Entity(name = "Shape")
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    static class Shape {
        @Id
        @Column(length = 20)
        String name = "s";
    }

    @Entity(name = "Circle")
    static class Circle extends Shape {
        int radius;
    }

    @Entity(name = "Split")
    @SecondaryTable(name = "split_notes")
    static class Split {
        @Id
        @Column(length = 20)
        String name = "s";

        @Column(table = "split_notes")
        String note;
    }

    @Entity(name = "Animal")
    @DiscriminatorColumn(name = "kind")
    @DiscriminatorOptions(insert = false)
    static class Animal {
        @Id
        @Column(length = 20)
        String name = "a";

        String kind;
    }

    @Entity(name = "Cat")
    static class Cat extends Animal {}
}
