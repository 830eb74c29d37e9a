/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static java.util.Calendar.DAY_OF_MONTH;
import static java.util.Calendar.HOUR_OF_DAY;
import static java.util.Calendar.MINUTE;
import static java.util.Calendar.MONTH;
import static java.util.Calendar.SECOND;
import static java.util.Calendar.YEAR;

import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.GregorianCalendar;
import org.jspecify.annotations.Nullable;

/** Dates and times in the words in which Connector/J sends them, for one thread. */
final class TimeText {

    private static final int LAST_YEAR = 9_999;
    private static final int NANOS = 1_000_000_000;

    private final boolean fractions;
    /** To make one takes longer than to set it. */
    private final Calendar here = new GregorianCalendar();

    /**
     * In this machine's time zone of now.
     *
     * @param fractions whether times are to the microsecond, rounded; otherwise to the second, cut off
     */
    TimeText(boolean fractions) {
        this.fractions = fractions;
    }

    /** The words of a connection's driver; null if it has others. */
    static @Nullable TimeText of(Connection connection) throws SQLException {
        try {
            return ConnectorJ.times(connection);
        } catch (LinkageError anotherDriver) {
            return null;
        }
    }

    boolean fractions() {
        return fractions;
    }

    /** The words for a day; null if the server's calendar does not have it. */
    @Nullable
    String date(Date date) {
        here.setTime(date);
        return here.get(YEAR) > LAST_YEAR ? null : day(here).toString();
    }

    /**
     * The words for a time; null if the server's calendar does not have it.
     *
     * @param zone of which time zone; null for that of this machine
     */
    @Nullable
    String timestamp(Timestamp timestamp, @Nullable Calendar zone) {
        if (zone != null && zone.getClass() != GregorianCalendar.class) {
            // it may be the Japanese one, of which the driver takes the year
            return null;
        }
        Timestamp rounded = fractions ? rounded(timestamp) : timestamp;
        Calendar time = zone == null ? here : (Calendar) zone.clone();
        time.setTime(rounded);
        if (time.get(YEAR) > LAST_YEAR) {
            return null;
        }
        StringBuilder text = day(time);
        twoDigits(text.append(' '), time.get(HOUR_OF_DAY));
        twoDigits(text.append(':'), time.get(MINUTE));
        twoDigits(text.append(':'), time.get(SECOND));
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
        Timestamp rounded = new Timestamp(timestamp.getTime() + (nanos == NANOS ? 1_000 : 0));
        rounded.setNanos(nanos % NANOS);
        return rounded;
    }

    private static StringBuilder day(Calendar day) {
        int year = day.get(YEAR);
        StringBuilder text = twoDigits(new StringBuilder(26), year / 100);
        twoDigits(text, year % 100);
        twoDigits(text.append('-'), day.get(MONTH) + 1);
        return twoDigits(text.append('-'), day.get(DAY_OF_MONTH));
    }

    /** Without zeros at its end. */
    private static void fraction(StringBuilder text, int micros) {
        if (micros == 0) {
            return;
        }
        twoDigits(text.append('.'), micros / 10_000);
        twoDigits(text, micros / 100 % 100);
        twoDigits(text, micros % 100);
        while (text.charAt(text.length() - 1) == '0') {
            text.setLength(text.length() - 1);
        }
    }

    private static StringBuilder twoDigits(StringBuilder text, int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
