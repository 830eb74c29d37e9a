/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.refused;

import static dev.onkey.hibernate.refused.Shelves.duplicate;
import static dev.onkey.hibernate.refused.Shelves.flushed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onkey.hibernate.DuplicateEntityException;
import dev.onkey.hibernate.TestFactory;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which object it was, where that is certain. */
class RefusedInstanceTest {

    private static Shelves shelves;

    private Shelf shelf;

    @BeforeAll
    static void start() {
        shelves = new Shelves();
    }

    @AfterAll
    static void stop() {
        shelves.close();
    }

    @BeforeEach
    void storeOne() {
        shelf = shelves.store();
    }

    @Test
    void persistHoldsTheInstanceAndTheValue() {
        Book book = new Book(null, "stored");
        DuplicateEntityException duplicate = duplicate(shelves.factory, session -> session.persist(book));
        assertThat(duplicate.entity()).isSameAs(book);
        assertThat(duplicate.values()).isEqualTo(Map.of("isbn", "stored"));
        assertThat(duplicate.getStackTrace()[0].getClassName()).contains("onkey");
    }

    @Test
    void theSecondOfTwoChildrenIsTheOne() {
        for (TestFactory each : List.of(shelves.factory, shelves.batching)) {
            Shelf parent = new Shelf();
            parent.book("first");
            parent.book("twin");
            Book second = parent.book("twin");
            parent.book("last");
            assertThat(duplicate(each, session -> session.persist(parent)).entity())
                    .isSameAs(second);
        }
    }

    @Test
    void theSecondOfTwoChildrenIsTheOneInAFlush() {
        Shelf parent = new Shelf();
        parent.label(10, "first");
        parent.label(11, "twin");
        Label second = parent.label(12, "twin");
        DuplicateEntityException duplicate = duplicate(shelves.factory, session -> {
            session.persist(parent);
            session.flush();
        });
        assertThat(duplicate.entity()).isSameAs(second);
        assertThat(duplicate.values()).isEqualTo(Map.of("text", "twin"));
    }

    @Test
    void ofTwoEqualOnesInABatchNobodyKnowsWhich() {
        Shelf parent = new Shelf();
        parent.label(10, "twin");
        parent.label(11, "Twin");
        assertThat(duplicate(shelves.batching, flushed(parent)).entity()).isNull();
    }

    @Test
    void theOneOfManyIsFoundByItsValue() {
        for (TestFactory each : List.of(shelves.factory, shelves.batching)) {
            Shelf parent = new Shelf();
            for (int i = 10; i < 60; i++) {
                parent.label(i, "label " + i);
            }
            parent.labels.get(25).text = "stored";
            DuplicateEntityException duplicate = duplicate(each, flushed(parent));
            assertThat(duplicate.entity()).isSameAs(parent.labels.get(25));
        }
    }

    @Test
    void aConvertersValueIsComparedAsItIsStored() {
        for (TestFactory each : List.of(shelves.factory, shelves.batching)) {
            Shelf parent = new Shelf();
            // stored as "abc" is what reads "abc" backwards, whatever other instances hold
            parent.label(10, "x").code("cba");
            Label refused = parent.label(11, "y").code("abc");
            DuplicateEntityException duplicate = duplicate(each, flushed(parent));
            assertThat(duplicate.attributes()).containsExactly("code");
            assertThat(duplicate.entity()).isSameAs(refused);
        }
    }

    @Test
    void keysOfSeveralAttributesAreCompared() {
        for (TestFactory each : List.of(shelves.factory, shelves.batching)) {
            Label refused = new Label(10, shelf, "x").place(1, 2);
            DuplicateEntityException duplicate = duplicate(each, session -> {
                session.persist(new Label(11, session.getReference(shelf), "y").place(2, 3));
                refused.shelf = session.getReference(shelf);
                session.persist(refused);
                session.flush();
            });
            assertThat(duplicate.entity()).isSameAs(refused);
            assertThat(duplicate.values()).containsEntry("place.side", 1).containsEntry("place.position", 2);
            assertThat(((Shelf) duplicate.values().get("shelf"))).isSameAs(refused.shelf);
        }
    }

    @Test
    void otherTypesAreNotTakenApart() {
        LocalDateTime printed = LocalDateTime.MIN.withYear(2000);
        Label alone = new Label(10, null, "x").printed(printed);
        assertThat(duplicate(shelves.factory, flushed(alone)).entity()).isSameAs(alone);
        Label one = new Label(10, null, "x").printed(printed);
        Label two = new Label(11, null, "y").printed(printed.plusHours(1));
        assertThat(duplicate(shelves.batching, flushed(two, one)).entity()).isNull();
    }

    @Test
    void anUpdateIsFound() {
        for (TestFactory each : List.of(shelves.factory, shelves.batching)) {
            DuplicateEntityException duplicate = duplicate(each, session -> {
                session.find(Label.class, 1).text = "new";
                session.persist(new Label(10, null, "more"));
                // Hibernate inserts before it updates: "stored" is not free yet
                session.persist(new Label(11, null, "stored"));
                session.flush();
            });
            assertThat(((Label) duplicate.entity()).id).isEqualTo(11);
            duplicate = duplicate(each, session -> {
                session.find(Label.class, 2).text = "stored";
                session.persist(new Label(10, null, "more"));
                session.flush();
            });
            assertThat(((Label) duplicate.entity()).id).isEqualTo(2);
        }
    }

    @Test
    void aPrimaryKeyIsFound() {
        Label refused = new Label(1, null, "new");
        assertThat(duplicate(shelves.factory, flushed(new Label(10, null, "x"), refused))
                        .entity())
                .isSameAs(refused);
    }
}
