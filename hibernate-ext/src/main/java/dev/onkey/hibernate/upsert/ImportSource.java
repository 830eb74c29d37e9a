/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Spliterator;
import org.jspecify.annotations.Nullable;

/** Reads the candidates of an import, a chunk at a time. */
final class ImportSource<E> {

    private final Spliterator<? extends E> input;
    private final OptionalLong size;

    /**
     * Opens the input at a position.
     *
     * @throws IllegalArgumentException if it ends before
     */
    ImportSource(Spliterator<? extends E> input, long start) {
        this.input = input;
        long known = input.getExactSizeIfKnown();
        this.size = known < 0 ? OptionalLong.empty() : OptionalLong.of(known);
        for (long position = 0; position < start; position++) {
            if (!input.tryAdvance(candidate -> {})) {
                throw new IllegalArgumentException(
                        "The import is to start at position " + start + ", and the input ends at " + position
                                + ": it is not the input that an earlier run has read.");
            }
        }
    }

    /** How many candidates there are, those before the start included; empty if the input does not know. */
    OptionalLong size() {
        return size;
    }

    /** The next candidates; none at the end. */
    List<@Nullable E> next(int most) {
        List<@Nullable E> chunk = new ArrayList<>();
        while (chunk.size() < most && input.tryAdvance(chunk::add)) {
            // the condition reads
        }
        return chunk;
    }
}
