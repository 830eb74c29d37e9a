/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static java.sql.Connection.TRANSACTION_REPEATABLE_READ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onkey.hibernate.DuplicateEntityException;
import dev.onkey.hibernate.NaturalKey;
import dev.onkey.hibernate.Outcome;
import dev.onkey.hibernate.TestFactory;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.TenantId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rows that hold the natural key, and are none of the candidate's kind: deleted ones, other tenants', other classes'. */
class OtherRowsTest {

    private static TestFactory factory;
    private static Jdbc jdbc;

    @BeforeAll
    static void start() {
        factory = TestFactory.of(
                        "other_rows", Note.class, Shared.class, Animal.class, Cat.class, Dog.class, Draft.class)
                .set("hibernate.tenant_identifier_resolver", new OneTenant())
                .set("hibernate.connection.isolation", TRANSACTION_REPEATABLE_READ)
                .build();
        jdbc = new Jdbc(factory.url());
    }

    @AfterAll
    static void stop() {
        factory.close();
    }

    @BeforeEach
    void empty() {
        for (String table : List.of("Note", "Shared", "Animal", "Draft")) {
            jdbc.execute("delete from " + table);
        }
        OneTenant.current = "a";
    }

    @Test
    @DisplayName("a soft-deleted row that holds the key: documented and tested")
    void aSoftDeletedRowIsADuplicateAndStaysDeleted() {
        factory.sessions().inTransaction(session -> Upserts.in(session).upsert(new Note("n", "text")));
        factory.sessions()
                .inTransaction(session -> session.remove(Upserts.in(session).getOrCreate(new Note("n", ""))));

        everyCall(new Note("n", "again"), duplicate -> {
            assertThat(duplicate.entityType()).isEqualTo(Note.class);
            assertThat(duplicate.attributes()).containsExactly("code");
        });
        assertThat(jdbc.row("select code, text, deleted from Note")).isEqualTo("n|text|1");
    }

    @Test
    void allOfAnEntityAreWrittenBeforeTheNextOnes() {
        List<Animal> animals = List.of(new Dog("rex"), new Cat("tom", 9), new Dog("tom"));
        List<Long> refused = new ArrayList<>();

        factory.sessions()
                .inTransaction(session -> Upserts.in(session)
                        .upsertAll(
                                animals.stream(),
                                Importing.of(Animal.class).onRefused(row -> refused.add(row.position()))));

        assertThat(refused).containsExactly(1L);
    }

    @Test
    void aRowThatIsDeletedSoftlyAfterTheSnapshotIsADuplicate() {
        for (Consumer<Upserts> call : List.<Consumer<Upserts>>of(
                upserts -> upserts.upsertAll(notes()),
                upserts -> upserts.insertAllIfAbsent(notes()),
                upserts -> upserts.upsertAll(notes().stream(), Importing.of(Note.class)))) {
            jdbc.execute("delete from Note");
            factory.sessions().inTransaction(session -> Upserts.in(session).upsertAll(notes()));

            Throwable thrown = catchThrowable(() -> factory.sessions().inTransaction(session -> {
                session.createSelectionQuery("select count(*) from Note", Long.class)
                        .getSingleResult();
                jdbc.execute("update Note set deleted = 1 where code = 'n3'");
                call.accept(Upserts.in(session));
            }));

            if (jdbc.row("show variables like 'innodb_snapshot_isolation'").endsWith("ON")) {
                assertThat(thrown).rootCause().hasMessageContaining("Record has changed since last read");
            } else {
                assertThat(thrown).isInstanceOf(DuplicateEntityException.class);
            }
        }
    }

    private static List<Note> notes() {
        return IntStream.range(0, 8).mapToObj(i -> new Note("n" + i, "text")).toList();
    }

    @Test
    void aRowOfAnotherTenantIsADuplicateAndStaysAsItIs() {
        factory.sessions().inTransaction(session -> Upserts.in(session).upsert(new Shared("s", "a's")));
        OneTenant.current = "b";

        everyCall(
                new Shared("s", "b's"),
                duplicate -> assertThat(duplicate.attributes()).containsExactly("code"));
        assertThat(jdbc.row("select code, text, owner from Shared")).isEqualTo("s|a's|a");
    }

    @Test
    @DisplayName("discriminator set")
    void aRowOfAnotherClassIsADuplicateAndStaysAsItIs() {
        factory.sessions().inTransaction(session -> {
            Cat cat = Upserts.in(session).upsert(new Cat("tom", 9)).entity();
            assertThat(Upserts.in(session).getOrCreate(new Cat("tom", 1))).isSameAs(cat);
            assertThat(Upserts.in(session).upsert(new Cat("tom", 8)).outcome()).isEqualTo(Outcome.UPDATED);
        });

        everyCall(
                new Dog("tom"), duplicate -> assertThat(duplicate.attributes()).containsExactly("name"));
        assertThat(jdbc.row("select name, lives, DTYPE from Animal")).isEqualTo("tom|8|C");
    }

    @Test
    void aRowThatTheMappingHidesCannotBeReturned() {
        for (Consumer<Upserts> call : List.<Consumer<Upserts>>of(
                upserts -> upserts.getOrCreate(new Draft("secret")), upserts -> upserts.upsert(new Draft("secret")))) {
            assertThatThrownBy(() -> factory.sessions().inTransaction(session -> call.accept(Upserts.in(session))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Draft")
                    .hasMessageContaining("[code]")
                    .hasMessageContaining("a method that returns no entity")
                    .hasMessageNotContaining("secret");
        }
        assertThat(jdbc.number("select count(*) from Draft")).isZero();

        factory.sessions().inTransaction(session -> Upserts.in(session).insertIfAbsent(new Draft("secret")));
        assertThat(jdbc.number("select count(*) from Draft")).isEqualTo(1);
    }

    private static void everyCall(Object candidate, Consumer<DuplicateEntityException> expected) {
        for (Consumer<Upserts> call : List.<Consumer<Upserts>>of(
                upserts -> upserts.getOrCreate(candidate),
                upserts -> upserts.insertIfAbsent(candidate),
                upserts -> upserts.upsert(candidate))) {
            DuplicateEntityException duplicate = catchThrowableOfType(
                    DuplicateEntityException.class,
                    () -> factory.sessions().inTransaction(session -> call.accept(Upserts.in(session))));
            expected.accept(duplicate);
        }
    }

    static final class OneTenant implements org.hibernate.context.spi.CurrentTenantIdentifierResolver<String> {
        static String current = "a";

        @Override
        public String resolveCurrentTenantIdentifier() {
            return current;
        }

        @Override
        public boolean validateExistingCurrentSessions() {
            return false;
        }
    }

    @Entity(name = "Note")
    @NaturalKey("code")
    @SoftDelete(columnName = "deleted")
    static class Note {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(length = 10)
        String code;

        String text;

        protected Note() {}

        Note(String code, String text) {
            this.code = code;
            this.text = text;
        }
    }

    @Entity(name = "Draft")
    @NaturalKey("code")
    @SQLRestriction("published = 1")
    static class Draft {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(length = 10)
        String code;

        boolean published;

        protected Draft() {}

        Draft(String code) {
            this.code = code;
        }
    }

    @Entity(name = "Shared")
    @NaturalKey("code")
    static class Shared {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @TenantId
        @Column(length = 10)
        String owner;

        @Column(length = 10)
        String code;

        String text;

        protected Shared() {}

        Shared(String code, String text) {
            this.code = code;
            this.text = text;
        }
    }

    @Entity(name = "Animal")
    @NaturalKey("name")
    abstract static class Animal {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(length = 10)
        String name;
    }

    @Entity(name = "Cat")
    @DiscriminatorValue("C")
    static class Cat extends Animal {
        Integer lives;

        protected Cat() {}

        Cat(String name, int lives) {
            this.name = name;
            this.lives = lives;
        }
    }

    @Entity(name = "Dog")
    @DiscriminatorValue("D")
    static class Dog extends Animal {
        protected Dog() {}

        Dog(String name) {
            this.name = name;
        }
    }
}
