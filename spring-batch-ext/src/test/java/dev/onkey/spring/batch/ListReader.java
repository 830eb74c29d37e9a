/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.batch;

import java.util.List;
import org.springframework.batch.infrastructure.item.support.AbstractItemCountingItemStreamItemReader;

/** Reads a list, and goes on after a restart where the last commit was. */
final class ListReader<T> extends AbstractItemCountingItemStreamItemReader<T> {
    private final List<T> items;
    private int next;

    ListReader(List<T> items) {
        this.items = items;
        setName("list");
    }

    @Override
    protected T doRead() {
        return next < items.size() ? items.get(next++) : null;
    }

    @Override
    protected void doOpen() {
        next = 0;
    }

    @Override
    protected void doClose() {}
}
