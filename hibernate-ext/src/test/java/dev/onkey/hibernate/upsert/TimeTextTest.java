/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Calendar;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimeTextTest {

    private static final TimeText TIMES = new TimeText(true);

    @Test
    void roundsToTheMicrosecondAsTheDriverDoes() {
        assertThat(time("2024-02-28T23:59:59.123456499")).isEqualTo("2024-02-28 23:59:59.123456");
        assertThat(time("2024-02-28T23:59:59.123456500")).isEqualTo("2024-02-28 23:59:59.123457");
        assertThat(time("2024-02-28T23:59:59.999999500")).isEqualTo("2024-02-29 00:00:00");
        assertThat(time("0999-01-01T00:00:00")).isEqualTo("0999-01-01 00:00:00");
        assertThat(time("1969-12-31T23:59:59.999999999")).isEqualTo("1970-01-01 00:00:00");
    }

    @Test
    void tellsATimeInTheZoneThatTheMappingNames() {
        Calendar zone = Calendar.getInstance(TimeZone.getTimeZone("Asia/Kolkata"));
        Timestamp timestamp = Timestamp.from(Instant.parse("2024-03-31T00:59:59.5Z"));

        assertThat(TIMES.timestamp(timestamp, zone)).isEqualTo("2024-03-31 06:29:59.5");
    }

    @Test
    void knowsDaysThatOnlyTheOldCalendarHad() {
        Date day = new Date(Instant.parse("1500-03-10T12:00:00Z").toEpochMilli());

        assertThat(TIMES.date(day)).isEqualTo("1500-02-29");
    }

    @Test
    void hasNoWordsForWhatTheServerCannotHold() {
        assertThat(TIMES.date(Date.valueOf(LocalDate.of(9999, 12, 31)))).isEqualTo("9999-12-31");
        assertThat(TIMES.date(Date.valueOf(LocalDate.of(10_000, 1, 1)))).isNull();
        Timestamp late = Timestamp.from(Instant.parse("+10000-01-02T00:00:00Z"));
        assertThat(TIMES.timestamp(late, null)).isNull();
        assertThat(TIMES.timestamp(late, Calendar.getInstance(TimeZone.getTimeZone("UTC"))))
                .isNull();
    }

    private static @Nullable String time(String local) {
        return TIMES.timestamp(Timestamp.valueOf(LocalDateTime.parse(local)), null);
    }
}
