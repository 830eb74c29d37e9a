/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.meter;

import dev.onkey.hibernate.NaturalKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** Something that counts. */
@Entity
@NaturalKey("name")
public class Meter {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(unique = true)
    private String name;

    private int total;

    protected Meter() {}

    public Meter(String name, int total) {
        this.name = name;
        this.total = total;
    }

    public String name() {
        return name;
    }

    public int total() {
        return total;
    }
}
