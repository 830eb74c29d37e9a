/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Its identifier is given: the rows wait for the flush. */
@Entity
class Ware {

    @Id
    long id;

    @Column(unique = true)
    String code;

    String name;

    protected Ware() {}

    Ware(long id) {
        this.id = id;
        this.code = "code " + id;
        this.name = "name " + id;
    }
}
