/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.InstanceOfAssertFactories.THROWABLE;

import dev.onkey.hibernate.upsert.Updating;
import jakarta.persistence.TransactionRequiredException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.batch.infrastructure.item.support.CompositeItemWriter;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ParameterizedClass
@EnumSource
class UpsertItemWriterTest {
    private final Engine engine;
    private Shop shop;
    private UpsertItemWriter<Product> upserts;

    UpsertItemWriterTest(Engine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void empty() throws Exception {
        shop = Shop.empty();
        upserts = UpsertItemWriter.upsertAll(shop.factory());
    }

    @Test
    @DisplayName("the step's context says how many rows were created, updated and unchanged")
    void everyOutcomeIsCounted() throws Exception {
        run(upserts, product(1, "Apple"), product(2, "Pear"));

        Run run = run(upserts, product(1, "Apple"), product(2, "Plum"), product(3, "Fig"), product(4, "Date"));

        assertThat(run.counts()).containsExactly(2L, 1L, 1L);
        assertThat(shop.names()).containsExactly("Apple", "Plum", "Fig", "Date");
    }

    @Test
    void aStepWithoutItemsCountsNothing() throws Exception {
        assertThat(run(upserts).counts()).containsExactly(0L, 0L, 0L);
    }

    @Test
    void onlyWhatIsChosenIsWrittenToARowThatExists() throws Exception {
        run(upserts, product(1, "Apple"));

        Run run = run(
                UpsertItemWriter.upsertAll(shop.factory(), Product.class, Updating.except("name")),
                product(1, "Pear"),
                product(2, "Plum"));

        assertThat(run.counts()).containsExactly(1L, 0L, 1L);
        assertThat(shop.names()).containsExactly("Apple", "Plum");
    }

    @Test
    void aRowThatExistsIsLeftAloneWhereOnlyAbsentOnesAreWanted() throws Exception {
        run(upserts, product(1, "Apple"));

        Run run = run(UpsertItemWriter.insertAllIfAbsent(shop.factory()), product(1, "Pear"), product(2, "Plum"));

        assertThat(run.counts()).containsExactly(1L, 0L, 1L);
        assertThat(shop.names()).containsExactly("Apple", "Plum");
    }

    @Test
    void twoWritersOfAStepAddToTheSameCounts() throws Exception {
        ItemWriter<Product> both =
                new CompositeItemWriter<>(List.of(upserts, UpsertItemWriter.insertAllIfAbsent(shop.factory())));

        Run run = run(both, product(1, "Apple"));

        assertThat(run.counts()).containsExactly(1L, 0L, 1L);
    }

    @Test
    @DisplayName("a step with another transaction manager: clear error before any SQL")
    void anotherTransactionManagerIsRefused() throws Exception {
        Run run = new Import(engine, shop, upserts)
                .in(new JdbcTransactionManager(shop.dataSource()))
                .run(List.of(product(1, "Apple")));

        assertThat(run.completed()).isFalse();
        assertThat(run.failures())
                .singleElement()
                .extracting(NestedExceptionUtils::getMostSpecificCause, THROWABLE)
                .isInstanceOf(TransactionRequiredException.class)
                .hasMessageContaining("JpaTransactionManager");
        assertThat(shop.numbers()).isEmpty();
    }

    @Test
    void withoutATransactionItIsRefused() {
        assertThatExceptionOfType(TransactionRequiredException.class)
                .isThrownBy(() -> upserts.write(Chunk.of(product(1, "Apple"))))
                .withMessageContaining("JpaTransactionManager");
    }

    @Test
    void whatIsMissingIsSaidAtOnce() {
        assertThatNullPointerException()
                .isThrownBy(() -> UpsertItemWriter.upsertAll(null))
                .withMessage("The entity manager factory is missing.");
        assertThatNullPointerException()
                .isThrownBy(() -> UpsertItemWriter.upsertAll(shop.factory(), Product.class, null))
                .withMessage("What to update is missing.");
    }

    @Test
    void transactionsOfSeveralThreadsCountForThemselves() throws Exception {
        run(upserts, product(1, "Apple"), product(2, "Pear"), product(3, "Plum"), product(4, "Fig"));

        List<CompletableFuture<Long>> unchanged = IntStream.rangeClosed(1, 4)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> unchangedOf(number)))
                .toList();

        assertThat(unchanged).extracting(CompletableFuture::join).containsOnly(50L);
    }

    private long unchangedOf(int number) {
        ExecutionContext context = new ExecutionContext();
        for (int i = 0; i < 50; i++) {
            new TransactionTemplate(shop.transactions()).executeWithoutResult(status -> {
                upserts.write(Chunk.of(product(number, shop.names().get(number - 1))));
                upserts.update(context);
            });
        }
        return context.getLong("onkey.unchanged");
    }

    private Run run(ItemWriter<Product> writer, Product... products) throws Exception {
        return new Import(engine, shop, writer).run(List.of(products));
    }

    private static Product product(int number, String name) {
        return new Product(number, name, "barcode " + number);
    }
}
