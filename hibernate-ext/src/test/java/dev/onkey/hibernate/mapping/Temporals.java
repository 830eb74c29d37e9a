/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.mapping;

import dev.onkey.hibernate.NaturalKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;
import org.hibernate.type.SqlTypes;

/** Dates and times, with fewer digits in the column than in the value. */
final class Temporals {

    static final List<Mapping<?>> ALL = List.of(
            new Mapping<>(Moments.class, Moments::new),
            new Mapping<>(Moments.class, Moments::new).set("hibernate.jdbc.time_zone", "America/New_York"),
            new Mapping<>(Locals.class, Locals::new),
            new Mapping<>(Zoned.class, Zoned::new));

    private Temporals() {}

    @Entity(name = "Moments")
    @NaturalKey("code")
    static class Moments extends Coded {
        Instant instant;

        @Column(columnDefinition = "datetime")
        Instant seconds;

        @Column(columnDefinition = "datetime(3)")
        Instant millis;

        @JdbcTypeCode(SqlTypes.TIMESTAMP_UTC)
        Instant utc;

        Date date;

        Moments() {}

        Moments(long key, Values values) {
            super(key);
            instant = values.orNull(values::instant);
            seconds = values.orNull(values::instant);
            millis = values.orNull(values::instant);
            utc = values.orNull(values::instant);
            date = values.orNull(() -> Date.from(values.instant()));
        }
    }

    @Entity(name = "Locals")
    @NaturalKey("code")
    static class Locals extends Coded {
        LocalDate date;
        LocalTime time;
        LocalDateTime dateTime;

        @Column(columnDefinition = "datetime")
        LocalDateTime seconds;

        @Column(columnDefinition = "datetime(3)")
        LocalDateTime millis;

        @Column(columnDefinition = "time(3)")
        LocalTime fraction;

        Year birth;

        Locals() {}

        Locals(long key, Values values) {
            super(key);
            date = values.orNull(values::date);
            time = values.orNull(values::time);
            dateTime = values.orNull(values::dateTime);
            seconds = values.orNull(values::dateTime);
            millis = values.orNull(values::dateTime);
            fraction = values.orNull(values::time);
            birth = values.orNull(() -> Year.from(values.date()));
        }
    }

    @Entity(name = "Zoned")
    @NaturalKey("code")
    static class Zoned extends Coded {
        OffsetDateTime shifted;
        ZonedDateTime zoned;
        OffsetTime time;

        @TimeZoneStorage(TimeZoneStorageType.COLUMN)
        OffsetDateTime withColumn;

        @TimeZoneStorage(TimeZoneStorageType.NORMALIZE)
        ZonedDateTime normalized;

        Duration duration;
        ZoneId zone;
        ZoneOffset zoneOffset;
        TimeZone timeZone;
        Locale locale;

        Zoned() {}

        Zoned(long key, Values values) {
            super(key);
            shifted = values.orNull(() -> values.instant().atOffset(values.offset()));
            zoned = values.orNull(() -> values.instant().atZone(values.zone()));
            time = values.orNull(() -> values.time().atOffset(values.offset()));
            withColumn = values.orNull(() -> values.instant().atOffset(values.offset()));
            normalized = values.orNull(() -> values.instant().atZone(values.zone()));
            duration = values.orNull(values::duration);
            zone = values.orNull(values::zone);
            zoneOffset = values.orNull(values::offset);
            timeZone = values.orNull(() -> TimeZone.getTimeZone(values.zone()));
            locale = values.orNull(() -> values.oneOf(Locale.ROOT, Locale.CANADA_FRENCH, Locale.GERMAN));
        }
    }
}
