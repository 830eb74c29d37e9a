/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import dev.onkey.hibernate.NaturalKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** An item for Hibernate, with Onkey and without. */
@Entity
@Table(name = "item")
@NaturalKey("code")
class ItemEntity extends ItemValues {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Column(unique = true, nullable = false)
    String code;

    /** For Hibernate. */
    protected ItemEntity() {}

    ItemEntity(Item item) {
        super(item);
        this.code = item.code();
    }
}
