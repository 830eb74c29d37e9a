/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.babyfish.jimmer.sql.GeneratedValue;
import org.babyfish.jimmer.sql.GenerationType;
import org.babyfish.jimmer.sql.Id;
import org.babyfish.jimmer.sql.Key;
import org.babyfish.jimmer.sql.MappedSuperclass;
import org.jspecify.annotations.Nullable;

/** What both of Jimmer's entities of an item have. */
@MappedSuperclass
public interface JimmerValues {

    /** Made by the database. */
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    long id();

    /** The natural key. */
    @Key
    String code();

    /** The second unique key. */
    @Nullable
    String barcode();

    /** A value. */
    String name();

    /** A value. */
    int quantity();

    /** A value. */
    BigDecimal price();

    /** A value. */
    LocalDateTime changedAt();
}
