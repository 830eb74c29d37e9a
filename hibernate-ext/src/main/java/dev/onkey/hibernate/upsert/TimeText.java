/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Calendar;
import java.util.GregorianCalendar;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times in the words in which Connector/J sends them.
 *
 * @param fractions whether they are to the microsecond, rounded; otherwise to the second, cut off
 */
record TimeText(boolean fractions) {

    private static final int SECOND = 1_000_000_000;

    /** The words of a connection's driver; null if it has others. */
    static @Nullable TimeText of(Connection connection) throws SQLException {
        try {
            return ConnectorJ.times(connection);
        } catch (LinkageError anotherDriver) {
            return null;
        }
    }

    /** The words for a day; null if the server's calendar does not have it. */
    @Nullable
    String date(Date date) {
        StringBuilder text = day(date.toLocalDate());
        return text == null ? null : text.toString();
    }

    /**
     * The words for a time; null if the server's calendar does not have it.
     *
     * @param zone of which time zone; null for that of this machine
     */
    @Nullable
    String timestamp(Timestamp timestamp, @Nullable Calendar zone) {
        Timestamp rounded = fractions ? rounded(timestamp) : timestamp;
        LocalDateTime time = zone == null ? rounded.toLocalDateTime() : in(zone, rounded);
        StringBuilder text = day(time.toLocalDate());
        if (text == null) {
            return null;
        }
        digits(text.append(' '), time.getHour(), 10);
        digits(text.append(':'), time.getMinute(), 10);
        digits(text.append(':'), time.getSecond(), 10);
        if (fractions) {
            fraction(text, rounded.getNanos() / 1_000);
        }
        return text.toString();
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

    private static @Nullable StringBuilder day(LocalDate day) {
        if (day.getYear() > 9_999) {
            return null;
        }
        StringBuilder text = digits(new StringBuilder(26), day.getYear(), 1_000);
        digits(text.append('-'), day.getMonthValue(), 10);
        return digits(text.append('-'), day.getDayOfMonth(), 10);
    }

    /** Without zeros at its end. */
    private static void fraction(StringBuilder text, int micros) {
        if (micros == 0) {
            return;
        }
        digits(text.append('.'), micros, 100_000);
        while (text.charAt(text.length() - 1) == '0') {
            text.setLength(text.length() - 1);
        }
    }

    private static StringBuilder digits(StringBuilder text, int number, int highest) {
        for (int power = highest; power > 0; power /= 10) {
            text.append((char) ('0' + number / power % 10));
        }
        return text;
    }
}
