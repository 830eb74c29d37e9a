/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.batch;

import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Does something once, when a product with a number comes; behind the writer under test. */
final class OnceWriter implements ItemWriter<Product> {
    private final int number;
    private final Runnable action;
    private boolean done;

    OnceWriter(int number, Runnable action) {
        this.number = number;
        this.action = action;
    }

    @Override
    public void write(Chunk<? extends Product> chunk) {
        if (!done && chunk.getItems().stream().anyMatch(product -> product.number() == number)) {
            done = true;
            action.run();
        }
    }
}
