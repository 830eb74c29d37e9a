/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.mapping;

import dev.onkey.hibernate.NaturalKey;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Attributes that are stored as one document. */
final class Documents {

    static final List<Mapping<?>> ALL =
            List.of(new Mapping<>(Json.class, Json::new), new Mapping<>(Arrays.class, Arrays::new));

    /** Hibernate has this on MySQL from 7 on. */
    static final List<Mapping<?>> SINCE_7 = List.of(new Mapping<>(Aggregate.class, Aggregate::new));

    private Documents() {}

    record Point(int x, double y, String label) {}

    @Entity(name = "Json")
    @NaturalKey("code")
    static class Json extends Coded {
        @JdbcTypeCode(SqlTypes.JSON)
        Map<String, Object> map;

        @JdbcTypeCode(SqlTypes.JSON)
        Point point;

        @JdbcTypeCode(SqlTypes.JSON)
        List<String> texts;

        @JdbcTypeCode(SqlTypes.JSON)
        List<Point> points;

        @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
        String written;

        Json() {}

        Json(long key, Values values) {
            super(key);
            map = values.orNull(() -> map(values));
            point = values.orNull(() -> point(values));
            texts = values.orNull(() -> List.of(values.text(), values.text()));
            points = values.orNull(() -> values.bool() ? List.of() : List.of(point(values), point(values)));
            written = values.orNull(values::text);
        }

        private static Map<String, Object> map(Values values) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("z", values.text());
            map.put("a", values.orNull(values::int32));
            map.put(values.text(), values.oneOf(1, 1.0, true, "1", List.of(), Map.of("k", "v")));
            return map;
        }

        private static Point point(Values values) {
            return new Point(values.int32(), values.oneOf(1.0, 0.5, 1e10), values.orNull(values::text));
        }
    }

    @Entity(name = "Arrays")
    @NaturalKey("code")
    static class Arrays extends Coded {
        String[] texts;
        int[] numbers;
        Basics.Level[] levels;
        List<Long> list;

        Arrays() {}

        Arrays(long key, Values values) {
            super(key);
            texts = values.orNull(() -> new String[] {values.printable(), "\"'\\𝄞"});
            numbers = values.orNull(() -> values.bool() ? new int[0] : new int[] {values.int32(), values.int32()});
            levels = values.orNull(() -> new Basics.Level[] {values.oneOf(Basics.Level.values())});
            list = values.orNull(() -> List.of(values.int64(), values.int64()));
        }
    }

    @Embeddable
    static class Sheet {
        String title;
        Integer pages;
        Inner inner;

        Sheet() {}

        Sheet(Values values) {
            title = values.orNull(values::printable);
            pages = values.orNull(values::int32);
            inner = values.orNull(() -> new Inner(values));
        }
    }

    @Embeddable
    static class Inner {
        String note;
        Double weight;

        Inner() {}

        Inner(Values values) {
            note = values.orNull(values::printable);
            weight = values.orNull(() -> values.oneOf(0.5, 1.0, -2.0));
        }
    }

    @Entity(name = "Aggregate")
    @NaturalKey("code")
    static class Aggregate extends Coded {
        @JdbcTypeCode(SqlTypes.JSON)
        Sheet sheet;

        Aggregate() {}

        Aggregate(long key, Values values) {
            super(key);
            sheet = values.orNull(() -> new Sheet(values));
        }
    }
}
