/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.guests;

import dev.onkey.hibernate.NaturalKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** Somebody with a name and a seat; neither is given twice. */
@Entity
@NaturalKey("name")
public class Guest {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(unique = true)
    private String name;

    @Column(unique = true)
    private Integer seat;

    protected Guest() {}

    public Guest(String name, int seat) {
        this.name = name;
        this.seat = seat;
    }

    public int seat() {
        return seat;
    }
}
