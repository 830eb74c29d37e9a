/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.mapping;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.Session;

/** Random values with a liking for the ends of each range; the same seed gives the same values. */
final class Values {

    private static final List<String> PIECES = List.of(
            "",
            " ",
            "a",
            "A",
            "ä",
            "ß",
            "𝄞",
            "👩‍🚀",
            "'",
            "\"",
            "\\",
            "\\'",
            "`",
            "?",
            ":a",
            "%",
            "_",
            "\n",
            "\t",
            "\0",
            "{\"a\":1}",
            "--",
            "/*",
            "0",
            "\u2028");
    private static final List<String> ZONES = List.of("UTC", "Europe/Berlin", "Asia/Kolkata", "America/New_York");

    private final Random random;
    private final Session session;

    Values(long seed, Session session) {
        this.random = new Random(seed);
        this.session = session;
    }

    Session session() {
        return session;
    }

    /** An entity that there is already, or now is. */
    <T> T given(Class<T> type, Object id, Supplier<T> made) {
        T found = session.find(type, id);
        if (found == null) {
            session.persist(made.get());
            session.flush();
        }
        return session.find(type, id);
    }

    /** A value, or now and then null. */
    <T> T orNull(Supplier<T> value) {
        T made = value.get();
        return random.nextInt(6) == 0 ? null : made;
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    final <T> T oneOf(T... values) {
        return values[random.nextInt(values.length)];
    }

    boolean bool() {
        return random.nextBoolean();
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    /** A text without what Hibernate itself writes wrongly where it writes JSON without a library. */
    String printable() {
        return text().replaceAll("\\p{Cntrl}", "");
    }

    char character() {
        return oneOf('a', 'Z', 'é', '漢', '\'', '\\', '0');
    }

    byte[] bytes() {
        byte[] bytes = new byte[random.nextInt(40)];
        random.nextBytes(bytes);
        return bytes;
    }

    byte int8() {
        return oneOf((byte) random.nextInt(), Byte.MIN_VALUE, Byte.MAX_VALUE, (byte) 0);
    }

    short int16() {
        return oneOf((short) random.nextInt(), Short.MIN_VALUE, Short.MAX_VALUE, (short) 0);
    }

    int int32() {
        return oneOf(random.nextInt(), random.nextInt(10), Integer.MIN_VALUE, Integer.MAX_VALUE, 0);
    }

    long int64() {
        return oneOf(random.nextLong(), (long) random.nextInt(10), Long.MIN_VALUE, Long.MAX_VALUE, 0L);
    }

    /** With no more digits than the server shows of it. */
    float float32() {
        return oneOf(random.nextInt(1000) / 8f, 1.2e-38f, -3.4e38f, 0f, -0f, 0.1f);
    }

    double float64() {
        return oneOf(random.nextGaussian() * 1e9, Double.MIN_NORMAL, -Double.MAX_VALUE, 0d, -0d, 0.1, 1e22, 1.0 / 3);
    }

    /** With more digits behind the point than two. */
    BigDecimal decimal() {
        return oneOf(
                BigDecimal.valueOf(random.nextInt(), 2 + random.nextInt(6)),
                new BigDecimal("99999999.994999"),
                new BigDecimal("-0.005"),
                new BigDecimal("1.10"),
                new BigDecimal("1.1000"),
                new BigDecimal("1E+3"),
                BigDecimal.ZERO);
    }

    BigInteger integer() {
        return oneOf(new BigInteger(120, random), BigInteger.TEN.pow(37).negate(), BigInteger.ZERO);
    }

    LocalDate date() {
        return oneOf(
                LocalDate.of(1000 + random.nextInt(9000), 1 + random.nextInt(12), 1 + random.nextInt(28)),
                LocalDate.of(2024, 2, 29),
                LocalDate.of(1582, 10, 4),
                LocalDate.of(9999, 12, 31));
    }

    LocalTime time() {
        return oneOf(
                LocalTime.MIDNIGHT,
                LocalTime.ofNanoOfDay(random.nextInt(86_000) * 1_000_000_000L + random.nextInt(1_000_000_000)),
                LocalTime.of(23, 59, 59),
                LocalTime.of(12, 0, 0, 123_456_000));
    }

    /** In times whose rules are those of today. */
    LocalDateTime dateTime() {
        return oneOf(
                LocalDateTime.of(1990, 1, 1, 0, 0)
                        .plusDays(random.nextInt(30_000))
                        .with(time()),
                LocalDateTime.of(2026, 3, 29, 2, 30, 0, 500_000_000),
                LocalDateTime.of(2026, 10, 25, 2, 30, 0, 499_999_999));
    }

    Instant instant() {
        return dateTime().toInstant(ZoneOffset.UTC);
    }

    ZoneId zone() {
        return ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
    }

    ZoneOffset offset() {
        return ZoneOffset.ofTotalSeconds((random.nextInt(57) - 28) * 1800);
    }

    Duration duration() {
        return oneOf(Duration.ZERO, Duration.ofNanos(random.nextInt()), Duration.of(400, ChronoUnit.DAYS));
    }

    UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    /** Read, or referred to without being read. */
    Parent parent() {
        long id = 1 + random.nextInt(Parent.NUMBER);
        return bool() ? session.find(Parent.class, id) : session.getReference(Parent.class, id);
    }
}
