/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.refused;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a server prints for a key's values, where that is beyond doubt: for whole numbers, and for text that it neither cuts nor
 * replaces.
 *
 * @param text the values as one, joined as the servers join them
 */
record KeyText(String text) {

    /** The servers cut at 64 bytes, or a little before. */
    private static final int CERTAIN_BYTES = 58;

    /**
     * Prints them.
     *
     * @param values as they are sent to the database
     * @return null where it is in doubt
     */
    static @Nullable KeyText of(Collection<? extends @Nullable Object> values) {
        List<String> parts = new ArrayList<>();
        for (Object value : values) {
            if (!isPrintedAsItIs(value)) {
                return null;
            }
            parts.add(String.valueOf(value));
        }
        String text = String.join("-", parts);
        return text.getBytes(StandardCharsets.UTF_8).length <= CERTAIN_BYTES ? new KeyText(text) : null;
    }

    private static boolean isPrintedAsItIs(@Nullable Object value) {
        if (value instanceof String text) {
            return text.codePoints().allMatch(each -> each >= ' ' && each < Character.MIN_SURROGATE);
        }
        return value instanceof Long
                || value instanceof Integer
                || value instanceof Short
                || value instanceof Byte
                || value instanceof BigInteger;
    }

    /** Whether a column's collation, its type, or a trigger that tidies up could make it what the other one is. */
    boolean resembles(String other) {
        Collator collator = Collator.getInstance(Locale.ROOT);
        collator.setStrength(Collator.PRIMARY);
        collator.setDecomposition(Collator.FULL_DECOMPOSITION);
        return collator.compare(text.strip(), other.strip()) == 0;
    }
}
