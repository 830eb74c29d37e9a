/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.library;

import dev.onkey.hibernate.NaturalKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

@Entity
@NaturalKey("card")
public class Reader {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(unique = true)
    private int card;

    private String name;

    protected Reader() {}

    public Reader(int card, String name) {
        this.card = card;
        this.name = name;
    }

    public String name() {
        return name;
    }
}
