/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Recognised by the identifier that the application assigns. */
@Entity
public class Event {

    @Id
    @Column(length = 40)
    public String reference;

    public String payload;

    protected Event() {}

    public Event(String reference, String payload) {
        this.reference = reference;
        this.payload = payload;
    }
}
