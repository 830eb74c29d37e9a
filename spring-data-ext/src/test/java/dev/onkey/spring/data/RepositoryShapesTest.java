/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onkey.hibernate.Outcome;
import dev.onkey.spring.data.library.Book;
import dev.onkey.spring.data.library.Books;
import dev.onkey.spring.data.library.LibraryApplication;
import dev.onkey.spring.data.library.Reader;
import dev.onkey.spring.data.library.Readers;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.orm.jpa.EntityManagerHolder;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Repositories that are more than an interface; what else they have works as before. */
class RepositoryShapesTest {
    private static ConfigurableApplicationContext context;
    private static Books books;
    private static Readers readers;

    @BeforeAll
    static void start() {
        context = BootApplications.start("onkey_spring_library", LibraryApplication.class);
        books = context.getBean(Books.class);
        readers = context.getBean(Readers.class);
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @BeforeEach
    void empty() {
        books.deleteAll();
        readers.deleteAll();
    }

    @Test
    void besideAFragment() {
        books.upsert(new Book("1", "Emma", 1));

        assertThat(books.lend("1")).isOne();
        assertThat(books.lend("1")).isZero();
        assertThat(books.getOrCreate(new Book("1", "x", 9)).copies()).isZero();
    }

    @Test
    void withABaseClass() {
        context.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            Book candidate = new Book("1", "Emma", 1);
            Book book = books.getOrCreate(candidate);

            assertThat(books.isManaged(book)).isTrue();
            assertThat(books.isManaged(candidate)).isFalse();
            assertThat(readers.isManaged(readers.getOrCreate(new Reader(7, "Ann"))))
                    .isTrue();
        });
    }

    @Test
    void withProjections() {
        books.upsertAll(List.of(new Book("1", "Emma", 1), new Book("2", "Persuasion", 2)));

        assertThat(books.findTitledByCopiesGreaterThan(1))
                .extracting(Books.Titled::getTitle)
                .containsExactly("Persuasion");
        assertThat(books.findStockByIsbn("1")).isEqualTo(new Books.Stock("1", 1));
        assertThat(books.findByIsbn("2", Books.Titled.class).getTitle()).isEqualTo("Persuasion");
        assertThat(books.findByIsbn("2", Book.class).copies()).isEqualTo(2);
    }

    @Test
    void withAMethodDeclaredAgain() {
        List<Integer> timeouts = new ArrayList<>();
        context.getBean(ConfigurableTransactionManager.class).addListener(new Timeouts(timeouts));

        assertThat(readers.upsert(new Reader(7, "Ann")).outcome()).isEqualTo(Outcome.CREATED);
        assertThat(readers.upsert(new Reader(7, "Anna")).entity().name()).isEqualTo("Anna");
        assertThat(timeouts)
                .hasSize(2)
                .allSatisfy(seconds -> assertThat(seconds).isBetween(60, 70));
    }

    private record Timeouts(List<Integer> seconds) implements TransactionExecutionListener {
        @Override
        public void afterBegin(TransactionExecution transaction, Throwable failure) {
            EntityManagerHolder holder = (EntityManagerHolder)
                    TransactionSynchronizationManager.getResource(context.getBean(EntityManagerFactory.class));
            seconds.add(holder.hasTimeout() ? holder.getTimeToLiveInSeconds() : -1);
        }
    }
}
