/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.row;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.temporal.TemporalAccessor;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values of which two that are equal are stored alike. Two that differ may be stored alike even so: the server rounds, pads and
 * compares by its collation.
 */
final class ExactValue {

    private static final Set<Class<?>> EXACT = Set.of(
            String.class,
            Character.class,
            Boolean.class,
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            BigInteger.class,
            BigDecimal.class,
            byte[].class,
            UUID.class,
            Duration.class,
            Date.class,
            Time.class,
            Timestamp.class);

    private ExactValue() {}

    /** Whether values of a type can be compared. Binary floating point is not: the server shows fewer digits than it stores. */
    static boolean isOf(Class<?> type) {
        return EXACT.contains(type)
                || Enum.class.isAssignableFrom(type)
                || TemporalAccessor.class.isAssignableFrom(type)
                        && type.getName().startsWith("java.time.");
    }

    /** What is equal to the same of another value if both are stored alike for certain; null stays null. */
    static @Nullable Object of(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (!isOf(value.getClass())) {
            return new Object();
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.stripTrailingZeros();
        }
        return value instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : value;
    }
}
