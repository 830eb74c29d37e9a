/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.refused;

import static dev.onkey.hibernate.refused.Shelves.duplicate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.onkey.hibernate.DuplicateEntityException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The object is held by whatever path its row was written, if that is one of a session. */
class RefusedInstancePathsTest {

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
    void commitMergeAndQueriesHoldItToo() {
        Label refused = new Label(10, null, "stored");
        assertThat(duplicate(shelves.factory, session -> {
                            session.persist(refused);
                            session.getTransaction().commit();
                        })
                        .entity())
                .isSameAs(refused);
        DuplicateEntityException merged =
                duplicate(shelves.factory, session -> session.merge(new Book(null, "stored")));
        assertThat(((Book) merged.entity()).isbn).isEqualTo("stored");
        Label queried = new Label(10, null, "stored");
        assertThat(duplicate(shelves.factory, session -> {
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
        assertThat(duplicate(shelves.factory, session -> session.persist(later)).entity())
                .isSameAs(later.sequelOf);
        Book refused = new Book(null, "stored");
        refused.sequelOf = new Book(null, "earlier");
        assertThat(duplicate(shelves.factory, session -> session.persist(refused))
                        .entity())
                .isSameAs(refused);
    }

    @Test
    void statementsOfTheApplicationHaveNoInstance() {
        Label waiting = new Label(10, null, "waiting");
        assertThat(duplicate(shelves.factory, session -> {
                            session.persist(waiting);
                            session.createMutationQuery("update Label set text = 'stored' where id = 2")
                                    .executeUpdate();
                        })
                        .entity())
                .isNull();
        try (StatelessSession stateless = shelves.factory.sessions().openStatelessSession()) {
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
        duplicate(shelves.factory, session -> {
            session.persist(new Label(10, session.getReference(shelf), "x").place(7, 7));
            session.persist(new Label(11, session.getReference(shelf), "stored").place(1, 1));
            shelves.factory.statements().clear();
            try {
                session.flush();
            } finally {
                sent.addAll(shelves.factory.statements());
            }
        });
        assertThat(Collections.frequency(sent, sent.get(0))).isEqualTo(sent.size());
        assertThat(sent).hasSize(2).allMatch(each -> each.startsWith("insert into Label"));
    }

    @Test
    void onlyTheExceptionKeepsIt() throws InterruptedException {
        WeakReference<Object> instance = refusedAndForgotten();
        for (int i = 0; i < 100 && instance.get() != null; i++) {
            System.gc();
            // the collector works beside us
            Thread.sleep(50);
        }
        assertThat(instance.get()).isNull();
    }

    private static WeakReference<Object> refusedAndForgotten() {
        return new WeakReference<>(duplicate(shelves.factory, session -> session.persist(new Book(null, "stored")))
                .entity());
    }
}
