/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.desk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

@Entity
public class Ticket {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(unique = true)
    private int number;

    protected Ticket() {}

    public Ticket(int number) {
        this.number = number;
    }

    public void renumber(int number) {
        this.number = number;
    }
}
