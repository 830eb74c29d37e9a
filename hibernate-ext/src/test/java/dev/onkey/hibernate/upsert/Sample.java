/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.NaturalKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;

/** An entity whose natural key has many columns, hardly two of them of one kind. */
@Entity(name = "Sample")
@NaturalKey({"sensor", "day", "taken", "sent", "weekday", "ordinal", "uuid", "valid", "depth"})
class Sample {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(length = 20)
    String sensor;

    LocalDate day;

    LocalDateTime taken;

    Instant sent;

    @Enumerated(EnumType.STRING)
    DayOfWeek weekday;

    @Enumerated
    DayOfWeek ordinal;

    UUID uuid;

    boolean valid;

    BigDecimal depth;

    String name;

    protected Sample() {}

    Sample(int number) {
        sensor = "sensor " + number % 7;
        day = LocalDate.of(2026, 10, 24).plusDays(number % 5);
        taken = day.atStartOfDay().plusMinutes(number);
        sent = Instant.parse("2026-10-25T00:30:00Z").plusSeconds(number * 60L);
        weekday = day.getDayOfWeek();
        ordinal = weekday.plus(number);
        uuid = new UUID(number, number);
        valid = number % 2 == 0;
        depth = BigDecimal.valueOf(number * 10L, 2);
        name = "sample";
    }
}
