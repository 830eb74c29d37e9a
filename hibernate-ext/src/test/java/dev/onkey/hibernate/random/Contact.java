/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.random;

import dev.onkey.hibernate.NaturalKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;

/** The server makes the id, the natural key has two columns, and the other unique key may be null. */
@Entity
@NaturalKey({"office", "label"})
@Table(
        uniqueConstraints = {
            @UniqueConstraint(name = "ux_phone", columnNames = "phone"),
            @UniqueConstraint(
                    name = "ux_contact",
                    columnNames = {"office", "label"})
        })
class Contact extends Noted {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(nullable = false)
    Integer office;

    @Column(nullable = false, length = 20)
    String label;

    @Column(length = 20)
    String phone;

    @Version
    int version;
}
