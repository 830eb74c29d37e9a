/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.NaturalId;
import org.jspecify.annotations.Nullable;

/** An item whose natural id Hibernate knows itself. */
@Entity
@Table(name = "item")
class NaturalIdItem extends ItemValues {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @NaturalId
    @Column(nullable = false)
    String code;

    /** For Hibernate. */
    protected NaturalIdItem() {}

    NaturalIdItem(Item item) {
        super(item);
        this.code = item.code();
    }
}
