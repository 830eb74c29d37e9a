/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.mapping;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** What others refer to. */
@Entity(name = "Parent")
class Parent {

    /** How many there are; their identifiers start with 1. */
    static final int NUMBER = 5;

    @Id
    Long id;

    Parent() {}

    Parent(long id) {
        this.id = id;
    }
}
