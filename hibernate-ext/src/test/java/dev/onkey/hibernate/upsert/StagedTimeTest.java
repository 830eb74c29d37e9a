/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Calendar;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class StagedTimeTest {

    @Test
    void roundsToTheMicrosecondAsTheDriverDoes() {
        assertThat(time("2024-02-28T23:59:59.123456499")).isEqualTo("2024-02-28 23:59:59.123456");
        assertThat(time("2024-02-28T23:59:59.123456500")).isEqualTo("2024-02-28 23:59:59.123457");
        assertThat(time("2024-02-28T23:59:59.999999500")).isEqualTo("2024-02-29 00:00:00.000000");
        assertThat(time("0999-01-01T00:00:00")).isEqualTo("0999-01-01 00:00:00.000000");
        assertThat(time("1969-12-31T23:59:59.999999999")).isEqualTo("1970-01-01 00:00:00.000000");
    }

    @Test
    void tellsATimeInTheZoneThatTheMappingNames() {
        Calendar zone = Calendar.getInstance(TimeZone.getTimeZone("Asia/Kolkata"));
        Timestamp timestamp = Timestamp.from(Instant.parse("2024-03-31T00:59:59.5Z"));

        assertThat(StagedTime.timestamp(timestamp, zone)).isEqualTo("2024-03-31 06:29:59.500000");
    }

    @Test
    void leavesWhatTheServerCannotHoldToTheUsualWay() {
        assertThat(StagedTime.date(Date.valueOf(LocalDate.of(9999, 12, 31)))).isEqualTo("9999-12-31");
        assertThatThrownBy(() -> StagedTime.date(Date.valueOf(LocalDate.of(10_000, 1, 1))))
                .isInstanceOf(NotStagedException.class);
        Timestamp late = Timestamp.from(Instant.parse("+10000-01-02T00:00:00Z"));
        assertThatThrownBy(() -> StagedTime.timestamp(late, null)).isInstanceOf(NotStagedException.class);
        Calendar utc = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
        assertThatThrownBy(() -> StagedTime.timestamp(late, utc)).isInstanceOf(NotStagedException.class);
    }

    private static String time(String local) {
        return StagedTime.timestamp(Timestamp.valueOf(LocalDateTime.parse(local)), null);
    }
}
