/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An item whose id is given, for those that know a row by its id only. */
@Entity
@Table(name = "assigned_item")
class AssignedItem extends ItemValues {

    @Id
    long id;

    @Column(unique = true, nullable = false)
    String code;

    /** For Hibernate. */
    protected AssignedItem() {}

    AssignedItem(Item item) {
        super(item);
        this.id = ItemTable.assignedId(item);
        this.code = item.code();
    }
}
