/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.refused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.onkey.hibernate.DuplicateEntityException;
import dev.onkey.hibernate.TestFactory;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.Session;

/** Two session factories on one database, one of them with JDBC batches, and the rows that are in the way. */
final class Shelves implements AutoCloseable {

    final TestFactory factory =
            TestFactory.of("dup_instance", Shelf.class, Book.class, Label.class).build();
    final TestFactory batching = TestFactory.of("", Shelf.class, Book.class, Label.class)
            .set("hibernate.hbm2ddl.auto", "none")
            .set("hibernate.jdbc.batch_size", 20)
            .set("hibernate.order_inserts", true)
            .set("hibernate.order_updates", true)
            .on(factory.url());

    /** Stores a shelf with a book and two labels anew, and returns it without them. */
    Shelf store() {
        Shelf shelf = new Shelf();
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
        return shelf;
    }

    @Override
    public void close() {
        batching.close();
        factory.close();
    }

    static Consumer<Session> flushed(Object... instances) {
        return session -> {
            for (Object each : instances) {
                session.persist(each);
            }
            session.flush();
        };
    }

    static DuplicateEntityException duplicate(TestFactory factory, Consumer<Session> work) {
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
