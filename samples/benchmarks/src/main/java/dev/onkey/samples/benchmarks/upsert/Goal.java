/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import java.util.List;

/**
 * What one of Onkey's ways has to reach.
 *
 * @param title what it is called
 * @param ours the contestant
 * @param other whom it is compared with, or {@link #BEST_LIBRARY}
 * @param least how many times as fast as the other it has to be
 * @param byHand those that do as much without a library, or more than any can: how far there is to go
 */
record Goal(String title, String ours, String other, double least, List<String> byHand) {

    /** Of all libraries the one that is the fastest at a work. */
    static final String BEST_LIBRARY = "the best library of each";

    Goal(String title, String ours, String other, double least, String... byHand) {
        this(title, ours, other, least, List.of(byHand));
    }
}
