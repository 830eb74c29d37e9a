/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** What all entities of an item have beside its id and its code, which are mapped differently. */
@MappedSuperclass
abstract class ItemValues {

    @Column(unique = true)
    @Nullable
    String barcode;

    @Column(nullable = false)
    String name;

    int quantity;

    @Column(nullable = false, precision = 10, scale = 2)
    BigDecimal price;

    @Column(name = "changed_at", nullable = false)
    LocalDateTime changedAt;

    /** For Hibernate. */
    protected ItemValues() {}

    ItemValues(Item item) {
        write(item);
    }

    final void write(Item item) {
        this.barcode = item.barcode();
        this.name = item.name();
        this.quantity = item.quantity();
        this.price = item.price();
        this.changedAt = item.changedAt();
    }
}
