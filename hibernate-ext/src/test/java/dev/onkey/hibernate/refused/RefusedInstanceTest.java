/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.refused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.onkey.hibernate.DuplicateEntityException;
import dev.onkey.hibernate.TestFactory;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which object it was, where that is certain. */
class RefusedInstanceTest {

    private static TestFactory factory;
    private static TestFactory batching;

    private final Shelf shelf = new Shelf();

    @BeforeAll
    static void start() {
        factory = TestFactory.of("dup_instance", Shelf.class, Book.class, Label.class)
                .build();
        batching = TestFactory.of("", Shelf.class, Book.class, Label.class)
                .set("hibernate.hbm2ddl.auto", "none")
                .set("hibernate.jdbc.batch_size", 20)
                .set("hibernate.order_inserts", true)
                .set("hibernate.order_updates", true)
                .on(factory.url());
    }

    @AfterAll
    static void stop() {
        batching.close();
        factory.close();
    }

    @BeforeEach
    void storeOne() {
        factory.sessions().inTransaction(session -> {
            for (String entity : List.of("Label", "Book", "Shelf")) {
                session.createMutationQuery("delete from " + entity).executeUpdate();
            }
            shelf.book("stored");
            shelf.label(1, "stored").code("abc").place(1, 1);
            shelf.label(2, "other").printed(LocalDateTime.MIN.withYear(2000)).place(1, 2);
            session.persist(shelf);
        });
        shelf.books.clear();
        shelf.labels.clear();
    }

    @Test
    void persistHoldsTheInstanceAndTheValue() {
        Book book = new Book(null, "stored");
        DuplicateEntityException duplicate = duplicate(factory, session -> session.persist(book));
        assertThat(duplicate.entity()).isSameAs(book);
        assertThat(duplicate.values()).isEqualTo(Map.of("isbn", "stored"));
        assertThat(duplicate.getStackTrace()[0].getClassName()).contains("onkey");
    }

    @Test
    void theSecondOfTwoChildrenIsTheOne() {
        for (TestFactory each : List.of(factory, batching)) {
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
        DuplicateEntityException duplicate = duplicate(factory, session -> {
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
        assertThat(duplicate(batching, flushed(parent)).entity()).isNull();
    }

    @Test
    void theOneOfManyIsFoundByItsValue() {
        for (TestFactory each : List.of(factory, batching)) {
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
        for (TestFactory each : List.of(factory, batching)) {
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
        for (TestFactory each : List.of(factory, batching)) {
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
        assertThat(duplicate(factory, flushed(alone)).entity()).isSameAs(alone);
        Label one = new Label(10, null, "x").printed(printed);
        Label two = new Label(11, null, "y").printed(printed.plusHours(1));
        assertThat(duplicate(batching, flushed(two, one)).entity()).isNull();
    }

    @Test
    void anUpdateIsFound() {
        for (TestFactory each : List.of(factory, batching)) {
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
        assertThat(duplicate(factory, flushed(new Label(10, null, "x"), refused))
                        .entity())
                .isSameAs(refused);
    }

    @Test
    void commitMergeAndQueriesHoldItToo() {
        Label refused = new Label(10, null, "stored");
        assertThat(duplicate(factory, session -> {
                            session.persist(refused);
                            session.getTransaction().commit();
                        })
                        .entity())
                .isSameAs(refused);
        DuplicateEntityException merged = duplicate(factory, session -> session.merge(new Book(null, "stored")));
        assertThat(((Book) merged.entity()).isbn).isEqualTo("stored");
        Label queried = new Label(10, null, "stored");
        assertThat(duplicate(factory, session -> {
                            session.persist(queried);
                            session.createSelectionQuery("from Label", Label.class)
                                    .getResultList();
                        })
                        .entity())
                .isSameAs(queried);
    }

    @Test
    void whatIsSavedBeforeIsToldFromWhatCausedIt() {
        Book later = new Book(null, "later");
        later.sequelOf = new Book(null, "stored");
        assertThat(duplicate(factory, session -> session.persist(later)).entity())
                .isSameAs(later.sequelOf);
        Book refused = new Book(null, "stored");
        refused.sequelOf = new Book(null, "earlier");
        assertThat(duplicate(factory, session -> session.persist(refused)).entity())
                .isSameAs(refused);
    }

    @Test
    void statementsOfTheApplicationHaveNoInstance() {
        Label waiting = new Label(10, null, "waiting");
        assertThat(duplicate(factory, session -> {
                            session.persist(waiting);
                            session.createMutationQuery("update Label set text = 'stored' where id = 2")
                                    .executeUpdate();
                        })
                        .entity())
                .isNull();
        try (StatelessSession stateless = factory.sessions().openStatelessSession()) {
            stateless.beginTransaction();
            Throwable thrown = catchThrowable(() -> stateless.insert(new Label(10, null, "stored")));
            assertThat(DuplicateEntityException.findIn(thrown).orElseThrow().entity())
                    .isNull();
            stateless.getTransaction().rollback();
        }
    }

    @Test
    void nothingIsSentForIt() {
        List<String> sent = new ArrayList<>();
        duplicate(factory, session -> {
            session.persist(new Label(10, session.getReference(shelf), "x").place(7, 7));
            session.persist(new Label(11, session.getReference(shelf), "stored").place(1, 1));
            factory.statements().clear();
            try {
                session.flush();
            } finally {
                sent.addAll(factory.statements());
            }
        });
        assertThat(Collections.frequency(sent, sent.get(0))).isEqualTo(sent.size());
        assertThat(sent).hasSize(2).allMatch(each -> each.startsWith("insert into Label"));
    }

    private static Consumer<Session> flushed(Object... instances) {
        return session -> {
            for (Object each : instances) {
                session.persist(each);
            }
            session.flush();
        };
    }

    private static DuplicateEntityException duplicate(TestFactory factory, Consumer<Session> work) {
        try (Session session = factory.sessions().openSession()) {
            session.beginTransaction();
            try {
                Throwable thrown = catchThrowable(() -> work.accept(session));
                assertThat(thrown).isNotNull();
                return DuplicateEntityException.findIn(thrown)
                        .orElseThrow(() -> new AssertionError("no duplicate", thrown));
            } finally {
                if (session.getTransaction().isActive()) {
                    session.getTransaction().rollback();
                }
            }
        }
    }
}
