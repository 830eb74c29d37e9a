/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UniqueKeyNameTest {

    @Test
    void isReadable() {
        assertThat(UniqueKeyName.of("account", List.of("tenant_id", "email"), Set.of("other")))
                .isEqualTo("UK_account_tenant_id_email");
    }

    @Test
    void isMadeUniqueWhereItIsTakenOrWouldNotBeAPlainName() {
        assertThat(UniqueKeyName.of("account", List.of("email"), Set.of("UK_account_email")))
                .matches("UK_account_email_[0-9a-f]{1,8}");
        String blank = UniqueKeyName.of("an account", List.of("email"), Set.of());
        assertThat(blank).matches("UK_an_account_email_[0-9a-f]{1,8}");
        assertThat(UniqueKeyName.of("an.account", List.of("email"), Set.of())).isNotEqualTo(blank);
    }

    @Test
    void isNotTooLong() {
        assertThat(UniqueKeyName.of("t".repeat(59), List.of("c"), Set.of()))
                .hasSize(64)
                .endsWith("t_c");
        String cut = UniqueKeyName.of("t".repeat(60), List.of("c"), Set.of());
        assertThat(cut).hasSize(64).matches("UK_t+_[0-9a-f]{1,8}");
        assertThat(UniqueKeyName.of("t".repeat(60), List.of("d"), Set.of())).isNotEqualTo(cut);
    }
}
