/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.batch.infrastructure.item.support.CompositeItemWriter;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Jobs that fail, skip and try again: every row once, and every row counted once. */
@ParameterizedClass
@EnumSource
class RestartTest {
    private static final List<Integer> ALL =
            IntStream.rangeClosed(1, 10).boxed().toList();

    private final Engine engine;
    private Shop shop;
    private UpsertItemWriter<Product> upserts;

    RestartTest(Engine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void empty() throws Exception {
        shop = Shop.empty();
        upserts = UpsertItemWriter.upsertAll(shop.factory());
    }

    @Test
    @DisplayName("A job that failed is started again: every row once, counts of all attempts")
    void aRestartGoesOnAfterTheLastCommit() throws Exception {
        Import job = new Import(engine, shop, upsertsThen(failingOnce(5)));

        Run failed = job.run(products());

        assertThat(failed.completed()).isFalse();
        assertThat(failed.counts()).containsExactly(3L, 0L, 0L);
        assertThat(shop.numbers()).containsExactly(1, 2, 3);

        Run again = job.run(products());

        assertThat(again.completed()).isTrue();
        assertThat(again.counts()).containsExactly(10L, 0L, 0L);
        assertThat(shop.numbers()).isEqualTo(ALL);
    }

    @Test
    @DisplayName("what is rolled back at the commit does not count")
    void aCommitThatFailsDoesNotCount() throws Exception {
        Import job = new Import(engine, shop, upsertsThen(new OnceWriter(5, RestartTest::failTheCommit)));

        Run failed = job.run(products());

        assertThat(failed.completed()).isFalse();
        assertThat(shop.numbers()).containsExactly(1, 2, 3);
        assertThat(failed.counts()).containsExactly(3L, 0L, 0L);
        assertThat(failed.storedCounts()).containsExactly(3L, 0L, 0L);
    }

    @Test
    @DisplayName("a row that cannot be written is skipped, the rest of its chunk is not")
    void aChunkIsScannedForTheRowThatFails() throws Exception {
        Run run = new Import(engine, shop, upserts)
                .tolerating(Faults.skipping(ConstraintViolationException.class))
                .run(oneToSkip());

        assertThat(run.completed()).isTrue();
        assertThat(run.skipped()).isOne();
        assertThat(run.counts()).containsExactly(9L, 0L, 0L);
        assertThat(shop.numbers()).containsExactly(1, 2, 3, 4, 6, 7, 8, 9, 10);
    }

    @Test
    void aRestartAfterASkipCountsOnToo() throws Exception {
        List<Product> products = products();
        products.set(1, new Product(2, "Product 2", "barcode 1"));
        Import job = new Import(engine, shop, upsertsThen(failingOnce(5)))
                .tolerating(Faults.skipping(ConstraintViolationException.class));

        assertThat(job.run(products).counts()).containsExactly(2L, 0L, 0L);
        Run again = job.run(products);

        assertThat(again.completed()).isTrue();
        assertThat(again.counts()).containsExactly(9L, 0L, 0L);
        assertThat(shop.numbers()).containsExactly(1, 3, 4, 5, 6, 7, 8, 9, 10);
    }

    /** If this fails with a later Batch 6, the README's warning can go. */
    @Test
    void aFailureInTheMiddleOfAScanLosesTheRestOfTheChunkInBatch6() throws Exception {
        Import job = failingInAScan();

        assertThat(job.run(oneToSkip()).counts()).containsExactly(4L, 0L, 0L);
        Run again = job.run(oneToSkip());

        assertThat(again.completed()).isTrue();
        if (engine.name().equals("CHUNK_ORIENTED_STEP")) {
            assertThat(shop.numbers()).containsExactly(1, 2, 3, 4, 7, 8, 9, 10);
            assertThat(again.counts()).containsExactly(8L, 0L, 0L);
        } else {
            assertThat(shop.numbers()).containsExactly(1, 2, 3, 4, 6, 7, 8, 9, 10);
            assertThat(again.counts()).containsExactly(9L, 0L, 0L);
        }
    }

    @Test
    @DisplayName("a reader that starts from the beginning loses nothing, and rows that are there are unchanged")
    void aReaderThatStartsFromTheBeginningLosesNothing() throws Exception {
        Import job = failingInAScan().fromTheBeginning();

        job.run(oneToSkip());
        Run again = job.run(oneToSkip());

        assertThat(again.completed()).isTrue();
        assertThat(shop.numbers()).containsExactly(1, 2, 3, 4, 6, 7, 8, 9, 10);
        assertThat(again.counts()).startsWith(9L, 0L);
    }

    @Test
    @DisplayName("a chunk that is tried again counts once, whether it was rolled back before or not")
    void aChunkThatIsTriedAgainCountsOnce() throws Exception {
        Run run = new Import(engine, shop, upsertsThen(failingOnce(5)))
                .tolerating(Faults.retrying(IllegalStateException.class))
                .run(products());

        assertThat(run.completed()).isTrue();
        assertThat(run.counts()).containsExactly(10L, 0L, 0L);
        assertThat(shop.numbers()).isEqualTo(ALL);
    }

    @Test
    @DisplayName("a job that is run anew changes nothing")
    void theSameAgainIsUnchanged() throws Exception {
        new Import(engine, shop, upserts).run(products());

        Run anew = new Import(engine, shop, upserts).run(products());

        assertThat(anew.completed()).isTrue();
        assertThat(anew.counts()).containsExactly(0L, 0L, 10L);
    }

    private Import failingInAScan() {
        return new Import(engine, shop, upsertsThen(failingOnce(6)))
                .tolerating(Faults.skipping(ConstraintViolationException.class));
    }

    private static List<Product> oneToSkip() {
        List<Product> products = products();
        products.set(4, new Product(5, "Product 5", "barcode 1"));
        return products;
    }

    private ItemWriter<Product> upsertsThen(ItemWriter<Product> second) {
        return new CompositeItemWriter<>(List.of(upserts, second));
    }

    private static OnceWriter failingOnce(int number) {
        return new OnceWriter(number, () -> {
            throw new IllegalStateException("after the rows of the chunk were written");
        });
    }

    private static void failTheCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                throw new IllegalStateException("after Batch has stored the counts");
            }
        });
    }

    private static List<Product> products() {
        return ALL.stream()
                .map(number -> new Product(number, "Product " + number, "barcode " + number))
                .collect(Collectors.toList());
    }
}
