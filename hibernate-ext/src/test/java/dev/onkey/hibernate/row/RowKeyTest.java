/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowKeyTest {

    @Test
    void ofBytesHaveAnOrder() {
        assertThat(key(new byte[] {1, 2}).folded())
                .isLessThan(key(new byte[] {1, 3}).folded())
                .isEqualTo(key(new byte[] {1, 2}).folded())
                .isNotEqualTo(key(new byte[] {2, 1}).folded());
    }

    @Test
    void ofFloatingPointHaveAnOrderThoughNobodyKnowsHowTheyAreStored() {
        assertThat(key(1.5)).isNotEqualTo(key(1.5));
        assertThat(key(1.5).folded()).isEqualTo(key(1.5).folded()).isLessThan(key(2.5).folded());
    }

    @Test
    void ofCharactersAreFoldedAsTextsAre() {
        assertThat(key('b').folded()).isEqualTo(key('B').folded()).isEqualTo(key("b").folded());
    }

    @Test
    void ofDecimalsDoNotKnowTrailingZeros() {
        assertThat(key(new BigDecimal("1.50"))).isEqualTo(key(new BigDecimal("1.5")));
        assertThat(key(new BigDecimal("1.50")).folded())
                .isEqualTo(key(new BigDecimal("1.5")).folded());
    }

    private static RowKey key(Object column) {
        return RowKey.of(Collections.unmodifiableList(List.of(column)));
    }
}
