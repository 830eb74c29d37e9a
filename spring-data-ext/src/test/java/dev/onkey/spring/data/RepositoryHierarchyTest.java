/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.onkey.hibernate.Outcome;
import dev.onkey.hibernate.UpsertedRow;
import dev.onkey.spring.data.archive.ArchiveApplication;
import dev.onkey.spring.data.archive.KeyedBooks;
import dev.onkey.spring.data.archive.KeyedReaders;
import dev.onkey.spring.data.library.Book;
import dev.onkey.spring.data.library.Reader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Repositories that extend {@link UpsertRepository} by way of an interface that they have in common. */
class RepositoryHierarchyTest {
    private static ConfigurableApplicationContext context;
    private static KeyedBooks books;
    private static KeyedReaders readers;

    @BeforeAll
    static void start() {
        context = BootApplications.start("onkey_spring_archive", ArchiveApplication.class);
        books = context.getBean(KeyedBooks.class);
        readers = context.getBean(KeyedReaders.class);
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
    @DisplayName("a base interface brings it to every repository below")
    void eachKnowsItsOwnEntity() {
        assertThat(books.upsert(new Book("1", "Emma", 1)).entity().title()).isEqualTo("Emma");
        assertThat(readers.upsert(new Reader(7, "Ann")).entity().name()).isEqualTo("Ann");
        assertThat(books.getOrCreate(new Book("1", "x", 9)).title()).isEqualTo("Emma");
        assertThat(readers.getOrCreate(Map.of("card", 7), () -> new Reader(7, "x"))
                        .name())
                .isEqualTo("Ann");
        assertThat(readers.upsertAll(List.of(new Reader(7, "Ann"), new Reader(8, "Bob"))))
                .extracting(UpsertedRow::outcome)
                .containsExactly(Outcome.UNCHANGED, Outcome.CREATED);
    }

    @Test
    void duplicatesNameTheirEntity() {
        books.save(new Book("1", "Emma", 1));

        assertThatExceptionOfType(DuplicateEntityException.class)
                .isThrownBy(() -> books.save(new Book("1", "Emma", 1)))
                .satisfies(e -> assertThat(e.entityType()).isEqualTo(Book.class));
    }

    @Test
    void aFragmentAndABaseClassWorkBesideIt() {
        books.upsert(new Book("1", "Emma", 1));
        assertThat(books.weed("1")).isOne();

        context.getBean(TransactionTemplate.class)
                .executeWithoutResult(status -> assertThat(readers.isManaged(readers.getOrCreate(new Reader(7, "Ann"))))
                        .isTrue());
    }
}
