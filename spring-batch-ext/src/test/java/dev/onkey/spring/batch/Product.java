/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.batch;

import dev.onkey.hibernate.NaturalKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** What is imported: recognised by its number, and with a second unique key to run into. */
@Entity
@NaturalKey("number")
class Product {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private int number;

    private String name;

    @Column(unique = true)
    private String barcode;

    protected Product() {}

    Product(int number, String name, String barcode) {
        this.number = number;
        this.name = name;
        this.barcode = barcode;
    }

    int number() {
        return number;
    }
}
