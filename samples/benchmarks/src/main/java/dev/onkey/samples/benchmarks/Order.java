/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Its identifier is made by the database: each row is sent at once. */
@Entity
@Table(name = "orders")
class Order {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Column(unique = true)
    String code;

    protected Order() {
        code = "";
    }

    Order(long number) {
        this.code = "code " + number;
    }
}
