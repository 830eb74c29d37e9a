/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import java.util.AbstractList;
import java.util.RandomAccess;

/** Rows in an order that is not the key's, made when they are asked for: a million of them take no memory. */
final class Items extends AbstractList<Item> implements RandomAccess {

    /** A prime, so that it has no divisor in common with a size: each number is met once. */
    private static final long STRIDE = 618_034_003;

    private final State state;
    private final int size;
    private final long offset;

    private Items(State state, int size, long offset) {
        this.state = state;
        this.size = size;
        this.offset = offset;
    }

    /** What is written. */
    static Items written(State state, int size) {
        return new Items(state, size, size / 3);
    }

    /**
     * All that may be there before: inserted in the order of the input, as where the same is imported again, but from another place on,
     * so that nobody can take a place for an id.
     */
    static Items before(int size) {
        return new Items(State.UNCHANGED, size, size / 2 + 1);
    }

    @Override
    public Item get(int index) {
        return state.input((int) ((index + offset) * STRIDE % size));
    }

    @Override
    public int size() {
        return size;
    }
}
