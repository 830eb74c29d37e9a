/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Every way to upsert, side by side: the same rows, table, server, isolation and options of the driver, in turns, and each in a JVM of its
 * own.
 *
 * <pre>{@code
 * ./mvnw -q -Pupserts                                                    # 10,000 rows, 5 rounds
 * ./mvnw -q -Pupserts -Dupserts='--rows 10000,200000 --growth'
 * ./mvnw -q -Pupserts -Dupserts=--help
 * }</pre>
 */
@NullMarked
package dev.onkey.samples.benchmarks.upsert;

import org.jspecify.annotations.NullMarked;
