/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import static dev.onkey.hibernate.Outcome.CREATED;
import static dev.onkey.hibernate.Outcome.UPDATED;

import dev.onkey.hibernate.Outcome;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What the table holds of the rows before they are written, and has to hold afterwards. Its rows are in version 1 at first. */
enum State {
    NEW("new"),
    CHANGED("changed"),
    UNCHANGED("unchanged"),
    HALF("half new, half changed"),
    /** Rows that are asked for and exist: what the candidate has is not to be written. */
    HIT("hit"),
    MISS("miss"),
    /** All write to one row, which does not exist at first. */
    HOT("one key");

    private final String title;

    State(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    boolean existsBefore(int number) {
        return switch (this) {
            case NEW, MISS, HOT -> false;
            case CHANGED, UNCHANGED, HIT -> true;
            // by chance, so that no two chunks have as many of each
            case HALF -> new SplittableRandom(number).nextBoolean();
        };
    }

    Item input(int number) {
        return switch (this) {
            case NEW, MISS, UNCHANGED -> Item.of(number, 1);
            case CHANGED, HALF, HIT -> Item.of(number, 2);
            case HOT -> Item.of(0, 1 + number % 9);
        };
    }

    /** Whether a row may be as it is after all are written. */
    boolean allows(Item stored) {
        return switch (this) {
            case HOT -> stored.version() > 0;
            case HIT -> stored.version() == 1;
            default -> stored.version() == input(stored.number()).version();
        };
    }

    /** How many different rows a number of items are. */
    int rows(int items) {
        return this == HOT ? Math.min(items, 1) : items;
    }

    /** What is to be reported of a row; null where that depends on who comes first. */
    @Nullable
    Outcome outcome(int number) {
        return switch (this) {
            case NEW, MISS -> CREATED;
            case UNCHANGED, HIT -> Outcome.UNCHANGED;
            case CHANGED -> UPDATED;
            case HALF -> existsBefore(number) ? UPDATED : CREATED;
            case HOT -> null;
        };
    }
}
