/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExactValueTest {

    @Test
    void valuesThatAreStoredAlikeAreEqual() {
        assertThat(ExactValue.of(new BigDecimal("1.50"))).isEqualTo(ExactValue.of(new BigDecimal("1.5")));
        assertThat(ExactValue.of(new byte[] {1, 2})).isEqualTo(ExactValue.of(new byte[] {1, 2}));
        assertThat(ExactValue.of(Instant.EPOCH)).isEqualTo(Instant.EPOCH);
        assertThat(ExactValue.of(null)).isNull();
    }

    @Test
    void whatMayBeStoredOtherwiseThanItComparesIsNeverEqual() {
        for (Object each : List.of(1.5f, 1.5, new Date(0), Map.of("a", 1), new ArrayList<>())) {
            assertThat(ExactValue.of(each)).isNotEqualTo(ExactValue.of(each));
            assertThat(ExactValue.isOf(each.getClass())).isFalse();
        }
    }

    @Test
    void keysThatCollationsMayCallEqualFoldAlike() {
        assertThat(folded("Zoë ")).isEqualTo(folded("ZOE"));
        assertThat(folded("straße")).isEqualTo(folded("STRASSE"));
        assertThat(folded("ß")).isEqualTo(folded("s")).isEqualTo(folded("ss"));
        assertThat(folded("１")).isEqualTo(folded("1"));
        assertThat(folded("a", "b")).isNotEqualTo(folded("ab", ""));
        assertThat(RowKey.of(List.of("a")))
                .isNotEqualTo(RowKey.of(List.of("A")))
                .isEqualTo(RowKey.of(List.of("a")));
    }

    private static String folded(Object... columns) {
        return RowKey.of(List.of(columns)).folded();
    }
}
