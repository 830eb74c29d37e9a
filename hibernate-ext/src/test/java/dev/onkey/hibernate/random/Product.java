/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.random;

import dev.onkey.hibernate.NaturalKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

/**
 * The application assigns the id, so that it is a third key; the server looks at the serial before it looks at the natural key, whose
 * column may be null.
 */
@Entity
@NaturalKey("code")
@Table(
        uniqueConstraints = {
            @UniqueConstraint(name = "ux_code", columnNames = "code"),
            @UniqueConstraint(name = "ux_serial", columnNames = "serial")
        })
class Product extends Noted {

    @Id
    Long id;

    @Column(length = 20)
    String code;

    @Column(nullable = false, length = 20)
    String serial;
}
