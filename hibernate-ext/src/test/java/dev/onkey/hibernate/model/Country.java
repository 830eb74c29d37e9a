/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.model;

import dev.onkey.hibernate.NaturalKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.UUID;

/** An assigned identifier and a natural key beside it. */
@Entity
@NaturalKey("code")
@Table(uniqueConstraints = @UniqueConstraint(name = "ux_country", columnNames = "code"))
public class Country {

    @Id
    public UUID id;

    @Column(nullable = false, length = 10)
    public String code;

    public String name;

    protected Country() {}

    public Country(UUID id, String code, String name) {
        this.id = id;
        this.code = code;
        this.name = name;
    }
}
