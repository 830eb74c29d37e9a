/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.matrix;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

/** What nearly all entities of the matrix have. */
@MappedSuperclass
abstract class Row {

    @Id
    long id;

    Row() {}

    Row(long id) {
        this.id = id;
    }
}
