/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.mapping;

import dev.onkey.hibernate.NaturalKey;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Lob;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.NumericBooleanConverter;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.TrueFalseConverter;
import org.hibernate.type.YesNoConverter;

/** Attributes of one column. */
final class Basics {

    static final List<Mapping<?>> ALL = List.of(
            new Mapping<>(Numbers.class, Numbers::new),
            new Mapping<>(Primitives.class, Primitives::new),
            new Mapping<>(Texts.class, Texts::new),
            new Mapping<>(Bytes.class, Bytes::new),
            new Mapping<>(Choices.class, Choices::new));

    private Basics() {}

    @Entity(name = "Numbers")
    @NaturalKey("code")
    static class Numbers extends Coded {
        Byte tiny;
        Short small;
        Integer medium;
        Long large;
        Float single;
        Double twice;

        @Column(precision = 10, scale = 2)
        BigDecimal price;

        BigDecimal unbound;

        @Column(precision = 38, scale = 0)
        BigInteger big;

        Duration duration;

        Numbers() {}

        Numbers(long key, Values values) {
            super(key);
            tiny = values.orNull(values::int8);
            small = values.orNull(values::int16);
            medium = values.orNull(values::int32);
            large = values.orNull(values::int64);
            single = values.orNull(values::float32);
            twice = values.orNull(values::float64);
            price = values.orNull(values::decimal);
            unbound = values.orNull(values::decimal);
            big = values.orNull(values::integer);
            duration = values.orNull(values::duration);
        }
    }

    @Entity(name = "Primitives")
    @NaturalKey("code")
    static class Primitives extends Coded {
        boolean bool;
        char letter;
        byte tiny;
        short small;
        int medium;
        long large;
        float single;
        double twice;

        Primitives() {}

        Primitives(long key, Values values) {
            super(key);
            bool = values.bool();
            letter = values.character();
            tiny = values.int8();
            small = values.int16();
            medium = values.int32();
            large = values.int64();
            single = values.float32();
            twice = values.float64();
        }
    }

    @Entity(name = "Texts")
    @NaturalKey("code")
    static class Texts extends Coded {
        String text;

        @Column(length = 100_000)
        String extensive;

        @Lob
        String lob;

        Character letter;

        @JdbcTypeCode(SqlTypes.CHAR)
        @Column(length = 80)
        String padded;

        @JdbcTypeCode(SqlTypes.NVARCHAR)
        String national;

        char[] characters;

        Texts() {}

        Texts(long key, Values values) {
            super(key);
            text = values.orNull(values::text);
            extensive = values.orNull(values::text);
            lob = values.orNull(values::text);
            letter = values.orNull(values::character);
            padded = values.orNull(values::text);
            // Hibernate 6.6 makes it a column of three bytes a character
            national = values.orNull(() -> values.text().replaceAll("[^\0-\uFFFF]", ""));
            characters = values.orNull(() -> values.text().toCharArray());
        }
    }

    @Entity(name = "Bytes")
    @NaturalKey("code")
    static class Bytes extends Coded {
        byte[] bytes;

        @JdbcTypeCode(SqlTypes.BINARY)
        @Column(length = 40)
        byte[] padded;

        @Lob
        byte[] lob;

        UUID uuid;

        @JdbcTypeCode(SqlTypes.CHAR)
        UUID readable;

        Bytes() {}

        Bytes(long key, Values values) {
            super(key);
            bytes = values.orNull(values::bytes);
            padded = values.orNull(values::bytes);
            lob = values.orNull(values::bytes);
            uuid = values.orNull(values::uuid);
            readable = values.orNull(values::uuid);
        }
    }

    enum Level {
        LOW,
        HIGH
    }

    /** Stored by its first letter. */
    @Converter
    static class Initial implements AttributeConverter<Level, Character> {

        @Override
        public Character convertToDatabaseColumn(Level level) {
            return level == null ? null : level.name().charAt(0);
        }

        @Override
        public Level convertToEntityAttribute(Character letter) {
            return letter == null ? null : letter == 'L' ? Level.LOW : Level.HIGH;
        }
    }

    @Entity(name = "Choices")
    @NaturalKey("code")
    static class Choices extends Coded {
        Boolean bool;

        @Convert(converter = YesNoConverter.class)
        Boolean yesNo;

        @Convert(converter = TrueFalseConverter.class)
        Boolean trueFalse;

        @Convert(converter = NumericBooleanConverter.class)
        Boolean number;

        Level ordinal;

        @Enumerated(EnumType.STRING)
        Level named;

        @JdbcTypeCode(SqlTypes.VARCHAR)
        Level spelled;

        @Convert(converter = Initial.class)
        Level converted;

        Choices() {}

        Choices(long key, Values values) {
            super(key);
            bool = values.orNull(values::bool);
            yesNo = values.orNull(values::bool);
            trueFalse = values.orNull(values::bool);
            number = values.orNull(values::bool);
            ordinal = values.orNull(() -> values.oneOf(Level.values()));
            named = values.orNull(() -> values.oneOf(Level.values()));
            spelled = values.orNull(() -> values.oneOf(Level.values()));
            converted = values.orNull(() -> values.oneOf(Level.values()));
        }
    }
}
