/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Calendar;
import java.util.GregorianCalendar;
import org.jspecify.annotations.Nullable;

/** Dates and times in the words in which Connector/J sends them: to the microsecond, rounded. */
final class StagedTime {

    private static final int SECOND = 1_000_000_000;

    private StagedTime() {}

    /**
     * The words for a day.
     *
     * @throws NotStagedException if the server's calendar does not have it
     */
    static String date(Date date) {
        return day(date.toLocalDate()).toString();
    }

    /**
     * The words for a time.
     *
     * @param zone of which time zone; null for that of this machine
     * @throws NotStagedException if the server's calendar does not have it
     */
    static String timestamp(Timestamp timestamp, @Nullable Calendar zone) {
        Timestamp rounded = rounded(timestamp);
        LocalDateTime time = zone == null ? rounded.toLocalDateTime() : in(zone, rounded);
        StringBuilder text = day(time.toLocalDate()).append(' ');
        digits(text, time.getHour(), 10).append(':');
        digits(text, time.getMinute(), 10).append(':');
        digits(text, time.getSecond(), 10).append('.');
        return digits(text, rounded.getNanos() / 1_000, 100_000).toString();
    }

    private static Timestamp rounded(Timestamp timestamp) {
        int beyond = timestamp.getNanos() % 1_000;
        if (beyond == 0) {
            return timestamp;
        }
        int nanos = timestamp.getNanos() - beyond + (beyond < 500 ? 0 : 1_000);
        Timestamp rounded = new Timestamp(timestamp.getTime() + (nanos == SECOND ? 1_000 : 0));
        rounded.setNanos(nanos % SECOND);
        return rounded;
    }

    private static LocalDateTime in(Calendar zone, Timestamp timestamp) {
        Calendar calendar = new GregorianCalendar(zone.getTimeZone());
        calendar.setTime(timestamp);
        return LocalDateTime.of(
                calendar.get(Calendar.YEAR),
                calendar.get(Calendar.MONTH) + 1,
                calendar.get(Calendar.DAY_OF_MONTH),
                calendar.get(Calendar.HOUR_OF_DAY),
                calendar.get(Calendar.MINUTE),
                calendar.get(Calendar.SECOND));
    }

    private static StringBuilder day(LocalDate day) {
        if (day.getYear() > 9_999) {
            throw new NotStagedException(null);
        }
        StringBuilder text = digits(new StringBuilder(26), day.getYear(), 1_000).append('-');
        digits(text, day.getMonthValue(), 10).append('-');
        return digits(text, day.getDayOfMonth(), 10);
    }

    private static StringBuilder digits(StringBuilder text, int number, int highest) {
        for (int power = highest; power > 0; power /= 10) {
            text.append((char) ('0' + number / power % 10));
        }
        return text;
    }
}
