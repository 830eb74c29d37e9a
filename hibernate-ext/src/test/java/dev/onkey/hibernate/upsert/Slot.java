/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.NaturalKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.time.LocalTime;

/** An entity whose natural key has a time of day. */
@Entity(name = "Slot")
@NaturalKey({"room", "day", "start"})
class Slot {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    int room;

    LocalDate day;

    @Column(name = "starts_at", columnDefinition = "time(6)")
    LocalTime start;

    String name;

    protected Slot() {}

    Slot(int number) {
        room = number % 3;
        day = LocalDate.of(2026, 11, 1).plusDays(number % 5);
        start = LocalTime.of(8, 30).plusMinutes(15L * number);
        name = "slot";
    }
}
