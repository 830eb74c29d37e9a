/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.onkey.samples.mysql.MySqlServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements are to the letter what the driver would send. */
class TimestampsAsTextTest {

    /** With hours, half hours and days that were left out, and times before there were zones. */
    private static final List<String> ZONES =
            List.of("UTC", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Africa/Monrovia");

    private static final TimeZone USUAL = TimeZone.getDefault();

    private static String url;

    private final SplittableRandom random = new SplittableRandom(7);

    @BeforeAll
    static void createDatabase() {
        url = MySqlServer.shared().freshDatabase("timestamps_as_text");
    }

    @AfterEach
    void setUsualZone() {
        TimeZone.setDefault(USUAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sendFractionalSeconds=true",
                "sendFractionalSeconds=false",
                "connectionTimeZone=LOCAL",
                "connectionTimeZone=SERVER",
                "connectionTimeZone=Asia/Kolkata",
                "connectionTimeZone=Asia/Kolkata&preserveInstants=false",
                "cacheDefaultTimeZone=false",
                "useServerPrepStmts=true",
                "sessionVariables=sql_mode='ANSI,NO_BACKSLASH_ESCAPES'",
                "characterEncoding=ISO-8859-1"
            })
    void areTheDriversWords(String option) throws SQLException {
        for (String zone : ZONES) {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            try (Connection connection = DriverManager.getConnection(with(option))) {
                compare(connection, zone);
                TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
                compare(connection, zone);
            }
        }
    }

    @Test
    void areTheDriversWordsWhereTheServerTruncates() throws SQLException {
        String version = MySqlServer.shared().version();
        assumeFalse(version.contains("MariaDB") || version.startsWith("5."), "only MySQL 8 and later have the mode");
        areTheDriversWords("sessionVariables=sql_mode='TIME_TRUNCATE_FRACTIONAL'");
    }

    @Test
    void areUsedUnlessTheDriverSendsOtherWords() throws SQLException {
        assertThat(areUsed("sendFractionalSeconds=true")).isTrue();
        assertThat(areUsed("sendFractionalSeconds=false")).isTrue();
        assertThat(areUsed("connectionTimeZone=LOCAL")).isTrue();

        assertThat(areUsed("connectionTimeZone=Asia/Kolkata")).isFalse();
        assertThat(areUsed("useServerPrepStmts=true")).isFalse();
        try (Connection connection = DriverManager.getConnection(with("connectionTimeZone=LOCAL"))) {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            assertThat(areUsed(connection)).isFalse();
        }
    }

    @Test
    void leaveEverythingElseToTheStatement() throws SQLException {
        try (Connection connection = DriverManager.getConnection(with("connectionTimeZone=LOCAL"));
                PreparedStatement direct = connection.prepareStatement("SELECT ?, ?, ?");
                PreparedStatement bound = connection.prepareStatement("SELECT ?, ?, ?")) {
            for (PreparedStatement each : List.of(direct, TimestampsAsText.of(bound))) {
                each.setTimestamp(1, null);
                each.setNull(2, Types.TIMESTAMP);
                each.setObject(3, LocalDateTime.of(2024, 2, 29, 12, 0));
            }
            assertThat(text(bound)).isEqualTo(text(direct)).contains("NULL, NULL, '2024-02-29 12:00:00'");
        }
    }

    private void compare(Connection connection, String zone) throws SQLException {
        Calendar utc = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
        Calendar other = new GregorianCalendar(TimeZone.getTimeZone("Australia/Lord_Howe"));
        Calendar imperial =
                Calendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.forLanguageTag("ja-JP-u-ca-japanese"));
        try (PreparedStatement direct = connection.prepareStatement("SELECT ?, ?, ?, ?");
                PreparedStatement bound = connection.prepareStatement("SELECT ?, ?, ?, ?")) {
            PreparedStatement timestamps = TimestampsAsText.of(bound);
            for (Timestamp each : times(zone)) {
                for (PreparedStatement statement : List.of(direct, timestamps)) {
                    statement.setTimestamp(1, each);
                    statement.setTimestamp(2, each, utc);
                    statement.setTimestamp(3, each, other);
                    statement.setTimestamp(4, each, imperial);
                }
                assertThat(text(bound)).as("%s in %s", each, zone).isEqualTo(text(direct));
            }
        }
    }

    private List<Timestamp> times(String zone) {
        List<Timestamp> times = new ArrayList<>();
        for (String each :
                List.of("-0043-03-15T12:00:00", "0000-12-31T23:00:00", "0001-01-01T00:00:00", "1582-10-10T00:00:00")) {
            times.add(Timestamp.valueOf(LocalDateTime.parse(each)));
        }
        times.add(Timestamp.valueOf(LocalDateTime.parse("9999-12-31T23:59:59.999999500")));
        times.add(Timestamp.valueOf(LocalDateTime.parse("1969-12-31T23:59:59.999999500")));
        times.add(new Timestamp(Long.MAX_VALUE));
        // the 29th of February, which that year had then
        times.add(Timestamp.from(Instant.parse("1500-03-10T12:00:00Z")));
        for (ZoneOffsetTransition each : ZoneId.of(zone).getRules().getTransitions()) {
            times.add(somewhereNear(each.getDateTimeBefore()));
            times.add(somewhereNear(each.getDateTimeAfter()));
        }
        long first = Instant.parse("0001-01-02T00:00:00Z").getEpochSecond();
        long last = Instant.parse("9999-12-30T00:00:00Z").getEpochSecond();
        for (int i = 0; i < 200; i++) {
            times.add(Timestamp.from(Instant.ofEpochSecond(random.nextLong(first, last), nanos())));
        }
        return times;
    }

    private Timestamp somewhereNear(LocalDateTime time) {
        long seconds = time.toEpochSecond(ZoneOffset.UTC) + random.nextLong(-5_400, 5_400);
        return Timestamp.valueOf(LocalDateTime.ofEpochSecond(seconds, nanos(), ZoneOffset.UTC));
    }

    private int nanos() {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> 1_000_000 * random.nextInt(1_000);
            case 2 -> 999_999_000 + random.nextInt(1_000);
            default -> random.nextInt(1_000_000_000);
        };
    }

    private static boolean areUsed(String option) throws SQLException {
        try (Connection connection = DriverManager.getConnection(with(option))) {
            return areUsed(connection);
        }
    }

    private static boolean areUsed(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT ?")) {
            return TimestampsAsText.of(statement) != statement;
        }
    }

    private static String with(String option) {
        return url + (url.contains("?") ? "&" : "?") + option;
    }

    private static String text(PreparedStatement statement) {
        return statement.toString().replaceFirst("^[^:]*: ", "");
    }
}
