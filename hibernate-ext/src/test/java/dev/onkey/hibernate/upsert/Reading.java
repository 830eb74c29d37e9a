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
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Random;
import java.util.UUID;

/** A row with a column of every kind that can be sent as text. */
@Entity(name = "Reading")
@NaturalKey({"station", "number"})
class Reading {

    private static final String[] TEXTS = {
        null,
        "",
        " ",
        "a",
        "A",
        "\\",
        "\\N",
        "\\\\t",
        "tab\there",
        "line\nbreak",
        "\r\n",
        "nul\0",
        "'\"`",
        "ß ss é",
        "\uD83D\uDE00",
        "%_?:x"
    };

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(length = 20, nullable = false)
    String station;

    long number;

    @Column(length = 40)
    String text;

    @Column(precision = 10, scale = 2)
    BigDecimal price;

    Boolean checked;

    boolean active;

    Short size;

    @Column(length = 20)
    byte[] raw;

    UUID uuid;

    LocalDate day;

    @Column(secondPrecision = 6)
    LocalDateTime time;

    @Column(secondPrecision = 0)
    Instant instant;

    @Enumerated(EnumType.STRING)
    DayOfWeek weekday;

    @Enumerated(EnumType.ORDINAL)
    DayOfWeek ordinal;

    @Version
    Integer version;

    protected Reading() {}

    Reading(int number) {
        this.station = "station " + number / 100;
        this.number = number;
    }

    static Reading random(int number, Random random) {
        Reading reading = new Reading(number);
        reading.text = TEXTS[random.nextInt(TEXTS.length)];
        reading.price =
                maybe(random, BigDecimal.valueOf(random.nextLong(1_000_000), 2).setScale(2, RoundingMode.DOWN));
        reading.checked = maybe(random, random.nextBoolean());
        reading.active = random.nextBoolean();
        reading.size = maybe(random, (short) random.nextInt());
        byte[] bytes = new byte[random.nextInt(5)];
        random.nextBytes(bytes);
        reading.raw = maybe(random, bytes);
        reading.uuid = maybe(random, new UUID(random.nextLong(), random.nextLong()));
        reading.day = maybe(random, LocalDate.of(1000, 1, 1).plusDays(random.nextInt(3_000_000)));
        reading.time =
                maybe(random, LocalDateTime.of(2024, 3, 31, 0, 0).plusNanos(random.nextLong(86_400_000_000_000L)));
        reading.instant = maybe(random, Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)));
        reading.weekday = maybe(random, DayOfWeek.of(1 + random.nextInt(7)));
        reading.ordinal = maybe(random, DayOfWeek.of(1 + random.nextInt(7)));
        return reading;
    }

    private static <T> T maybe(Random random, T value) {
        return random.nextInt(4) == 0 ? null : value;
    }
}
