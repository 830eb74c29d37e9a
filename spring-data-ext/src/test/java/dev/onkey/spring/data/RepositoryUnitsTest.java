/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.onkey.spring.data.RepositoryUnits.Unit;
import dev.onkey.spring.data.shop.Account;
import dev.onkey.spring.data.shop.Accounts;
import org.junit.jupiter.api.Test;

class RepositoryUnitsTest {

    private final RepositoryUnits units = new RepositoryUnits();

    @Test
    void whatIsRefusedTakesNobodysPlaceHoweverOftenItIsTried() {
        units.add(Accounts.class, unit("first"));

        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatExceptionOfType(NotUpsertableException.class)
                    .isThrownBy(() -> units.add(Accounts.class, unit("second")))
                    .withMessageContainingAll("'first'", "'second'");
        }

        assertThatIllegalStateException()
                .isThrownBy(() -> units.entityManagerOf(Accounts.class))
                .withMessage("first");
    }

    @Test
    void aRepositoryMayBeMadeAnew() {
        units.add(Accounts.class, unit("first"));
        units.add(Accounts.class, unit("first"));
    }

    /** One that says which it is when it is asked for its entity manager. */
    private static Unit unit(String name) {
        return new Unit(name, Account.class, () -> {
            throw new IllegalStateException(name);
        });
    }
}
