/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.row;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The natural key of a row, in the values of its columns. Rows with equal keys are the same row; rows with different keys may be,
 * where the server's collation calls them equal.
 */
public final class RowKey {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern DOUBLE_S = Pattern.compile("S{2,}");

    private static final Set<Class<?>> UNROUNDED = Set.of(
            String.class,
            Character.class,
            Boolean.class,
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            UUID.class);

    private final List<@Nullable Object> values;
    private final String folded;
    private final int hash;

    private RowKey(List<@Nullable Object> values, String folded) {
        this.values = values;
        this.folded = folded;
        // asked for in every map on the way, and no list keeps its own
        this.hash = values.hashCode();
    }

    static RowKey of(List<@Nullable Object> columns) {
        List<@Nullable Object> values = new ArrayList<>(columns.size());
        StringBuilder folded = new StringBuilder();
        for (Object column : columns) {
            values.add(ExactValue.of(column));
            folded.append(folded(column)).append('\u0000');
        }
        return new RowKey(values, folded.toString());
    }

    /** Whether a column may store another number or time than it is given. */
    public boolean mayBeRounded() {
        return values.stream().anyMatch(value -> value != null && !UNROUNDED.contains(value.getClass()));
    }

    /** Whether it is stored as it is given, and hardly any collation calls another one equal but for its case. */
    public boolean isPlain() {
        return !mayBeRounded() && values.stream().allMatch(value -> !(value instanceof String text) || isAscii(text));
    }

    /** The key without what collations may overlook: case, accents, blanks at the end. Same for most keys that a server calls equal. */
    public String folded() {
        return folded;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RowKey key && hash == key.hash && values.equals(key.values);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return values.toString();
    }

    private static String folded(@Nullable Object column) {
        if (column instanceof String || column instanceof Character) {
            return fold(column.toString());
        }
        if (column instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
        return String.valueOf(column instanceof BigDecimal ? ExactValue.of(column) : column);
    }

    private static String fold(String text) {
        String plain = isAscii(text)
                ? text
                : MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                        .replaceAll("");
        String upper = plain.toUpperCase(Locale.ROOT);
        // ß is SS in upper case and to the newer collations, and S to the older ones
        String single = upper.contains("SS") ? DOUBLE_S.matcher(upper).replaceAll("S") : upper;
        return single.stripTrailing();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }
}
