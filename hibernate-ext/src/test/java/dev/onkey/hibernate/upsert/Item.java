/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.NaturalKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.math.BigDecimal;

/** What the tests of many rows write. */
@Entity(name = "Item")
@NaturalKey("code")
@Table(
        uniqueConstraints = {
            @UniqueConstraint(name = "ux_code", columnNames = "code"),
            @UniqueConstraint(name = "ux_serial", columnNames = "serial")
        })
class Item {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(length = 40)
    String code;

    @Column(length = 40)
    String serial;

    @Column(length = 20)
    String name;

    @Column(precision = 10, scale = 2)
    BigDecimal price;

    @Column(columnDefinition = "float")
    float weight;

    int stock;

    @Lob
    @Column(length = 1_000_000)
    String text;

    @Version
    int version;

    protected Item() {}

    Item(String code, String name) {
        this.code = code;
        this.name = name;
    }

    Item serial(String value) {
        serial = value;
        return this;
    }
}
