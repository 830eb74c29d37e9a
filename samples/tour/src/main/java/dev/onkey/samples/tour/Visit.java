/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.tour;

import dev.onkey.samples.tour.DataSet.Facts;
import org.jspecify.annotations.Nullable;

/** What each step of one walk gets: the rows to work on, what is known of them, and where to check and to print. */
record Visit(Listing listing, @Nullable Facts facts, Claims claims, Report report) {}
