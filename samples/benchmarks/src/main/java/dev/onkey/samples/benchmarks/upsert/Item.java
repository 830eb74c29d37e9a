/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A row to write.
 *
 * @param number which row it is; stored in the digits of the code only
 * @param barcode the second unique key, which every other row has
 */
record Item(
        int number,
        String code,
        @Nullable String barcode,
        String name,
        int quantity,
        BigDecimal price,
        LocalDateTime changedAt) {

    private static final String CODE = "part-2026-";
    private static final int FIRST = 100_000_000;
    private static final LocalDateTime START = LocalDateTime.parse("2026-01-01T08:30:00.123456");

    /** What the row with this number holds in one of its versions. All follows from the two, so that nothing has to be kept to check it. */
    static Item of(int number, int version) {
        String digits = Integer.toString(FIRST + number);
        return new Item(
                number,
                CODE + digits,
                number % 2 == 0 ? "4006381" + digits : null,
                "Part " + digits + ", edition " + version,
                version * 1_000 + number % 1_000,
                BigDecimal.valueOf(number % 100_000 * 7L + version, 2),
                START.plusMinutes(number % 100_000).plusDays(version));
    }

    /** The number of the row that has this code. */
    static int numberOf(String code) {
        return Integer.parseInt(code, CODE.length(), code.length(), 10) - FIRST;
    }

    int version() {
        return quantity / 1_000;
    }
}
