/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onkey.hibernate.NaturalKey;
import dev.onkey.hibernate.TestFactory;
import dev.onkey.hibernate.model.Event;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.FlushMode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PendingChangesTest {

    private static TestFactory factory;
    private static Jdbc jdbc;

    @BeforeAll
    static void start() {
        factory = TestFactory.of("pending", Event.class, Parent.class, Child.class, Home.class)
                .build();
        jdbc = new Jdbc(factory.url());
    }

    @AfterAll
    static void stop() {
        factory.close();
    }

    @BeforeEach
    void empty() {
        jdbc.execute("delete from Child_toys");
        jdbc.execute("delete from Child");
        jdbc.execute("delete from Parent");
        jdbc.execute("delete from Home");
        jdbc.execute("delete from Event");
        factory.statements().clear();
    }

    @Test
    @DisplayName("pending changes flushed first")
    void areFlushedWhereTheyAreInTheRowsTableOrInOneThatItRefersTo() {
        factory.sessions().inTransaction(session -> {
            Parent parent = new Parent("p");
            session.persist(parent);
            Child child = Upserts.in(session).upsert(new Child(parent, "c", 1)).entity();
            child.value = 2;

            assertThat(Upserts.in(session).upsert(new Child(parent, "c", 2)).outcome())
                    .as("2 was pending, and is stored by now")
                    .isEqualTo(dev.onkey.hibernate.Outcome.UNCHANGED);
        });
        assertThat(jdbc.row("select name, value, parent_code from Child")).isEqualTo("c|2|p");
    }

    @Test
    void areNotLostWhereARefreshReachesThem() {
        factory.sessions().inTransaction(session -> {
            Parent parent = new Parent("p");
            session.persist(parent);
            Child child = Upserts.in(session).upsert(new Child(parent, "c", 1)).entity();
            child.toys.add("ball");

            Upserts.in(session).upsert(new Child(parent, "c", 3));
            assertThat(child.toys).containsExactly("ball");
        });
        assertThat(jdbc.row("select toys from Child_toys")).isEqualTo("ball");
    }

    @Test
    void areNotLostWhereARefreshGoesOnFromThere() {
        factory.sessions().inTransaction(session -> {
            Parent parent = new Parent("p");
            parent.home = new Home("h");
            session.persist(parent.home);
            session.persist(parent);
            Upserts.in(session).upsert(new Child(parent, "c", 1));
            parent.home.city = "Bern";

            Upserts.in(session).upsert(new Child(parent, "c", 3));
            assertThat(parent.home.city).isEqualTo("Bern");
        });
        assertThat(jdbc.row("select city from Home")).isEqualTo("Bern");
    }

    @Test
    void areLeftPendingWhereTheyDoNotMatter() {
        factory.sessions().inTransaction(session -> {
            session.persist(new Parent("pending"));

            Upserts.in(session).insertIfAbsent(new Event("e", "1"));

            assertThat(factory.statements()).hasSize(1).first().asString().startsWith("INSERT INTO Event");
        });
    }

    @Test
    void areFlushedAllWhereFlushingWaitsForTheCommit() {
        factory.sessions().inTransaction(session -> {
            session.setFlushMode(FlushModeType.COMMIT);
            Parent parent = new Parent("p");
            session.persist(parent);

            Upserts.in(session).insertIfAbsent(new Child(parent, "c", 1));
        });
        assertThat(jdbc.row("select name, value, parent_code from Child")).isEqualTo("c|1|p");
    }

    @Test
    void areLeftPendingWhereFlushingIsManual() {
        factory.sessions().inTransaction(session -> {
            session.setHibernateFlushMode(FlushMode.MANUAL);
            session.persist(new Event("pending", "1"));

            Upserts.in(session).insertIfAbsent(new Event("e", "1"));

            assertThat(factory.statements()).hasSize(1).first().asString().startsWith("INSERT INTO Event");
        });
    }

    @Entity(name = "Parent")
    static class Parent {
        @Id
        @Column(length = 10)
        String code;

        @ManyToOne(cascade = CascadeType.REFRESH)
        Home home;

        protected Parent() {}

        Parent(String code) {
            this.code = code;
        }
    }

    @Entity(name = "Child")
    @NaturalKey({"parent", "name"})
    static class Child {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @ManyToOne(cascade = CascadeType.REFRESH)
        Parent parent;

        @Column(length = 10)
        String name;

        int value;

        @ElementCollection
        List<String> toys = new ArrayList<>();

        protected Child() {}

        Child(Parent parent, String name, int value) {
            this.parent = parent;
            this.name = name;
            this.value = value;
        }
    }

    @Entity(name = "Home")
    static class Home {
        @Id
        @Column(length = 10)
        String code;

        String city;

        protected Home() {}

        Home(String code) {
            this.code = code;
        }
    }
}
