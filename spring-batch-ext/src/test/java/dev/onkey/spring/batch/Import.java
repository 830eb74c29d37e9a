/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.batch;

import java.util.List;
import java.util.UUID;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.transaction.PlatformTransactionManager;

/** One instance of a job that imports products, three in a chunk; running it again is a restart. */
final class Import {
    private final String instance = UUID.randomUUID().toString();
    private final Engine engine;
    private final Shop shop;
    private final ItemWriter<Product> writer;
    private PlatformTransactionManager transactions;
    private Faults faults = Faults.NONE;
    private boolean fromTheBeginning;

    Import(Engine engine, Shop shop, ItemWriter<Product> writer) {
        this.engine = engine;
        this.shop = shop;
        this.writer = writer;
        transactions = shop.transactions();
    }

    Import in(PlatformTransactionManager others) {
        transactions = others;
        return this;
    }

    Import tolerating(Faults tolerated) {
        faults = tolerated;
        return this;
    }

    Import fromTheBeginning() {
        fromTheBeginning = true;
        return this;
    }

    Run run(List<Product> products) throws Exception {
        ListReader<Product> reader = new ListReader<>(products);
        reader.setSaveState(!fromTheBeginning);
        return Engine.run(
                shop.repository(), engine.step(shop.repository(), transactions, reader, writer, faults), instance);
    }
}
