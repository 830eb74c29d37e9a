/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onkey.spring.data.shop.Ledger;
import dev.onkey.spring.data.shop.Receipts;
import dev.onkey.spring.data.shop.Voucher;
import dev.onkey.spring.data.shop.Vouchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Duplicates that nobody notices before a transaction ends; for services and templates, see {@link DuplicateTranslationTest}. */
@ParameterizedClass
@EnumSource
class DuplicateAtCommitTest {
    private final Vouchers vouchers;
    private final Receipts receipts;
    private final Ledger ledger;

    DuplicateAtCommitTest(Shop shop) {
        vouchers = shop.get(Vouchers.class);
        receipts = shop.get(Receipts.class);
        ledger = shop.get(Ledger.class);
    }

    @BeforeEach
    void one() {
        vouchers.deleteAll();
        vouchers.save(new Voucher("first", 1));
    }

    @Test
    void ofAListenerBeforeTheCommitFailsTheTransaction() {
        DuplicateEntityException e = catchThrowableOfType(
                DuplicateEntityException.class,
                () -> receipts.announce(new Receipts.Ending(second()), new Voucher("sold", 2)));

        assertNamesTheSerial(e);
        assertThat(vouchers.findAll()).extracting(Voucher::code).containsExactly("first");
    }

    @Test
    void ofAListenerAfterTheCommitFailsItsOwnTransactionAlone() {
        receipts.announce(new Receipts.Ended(second()), new Voucher("sold", 2));

        assertNamesTheSerial(receipts.caught());
        assertThat(vouchers.findAll()).extracting(Voucher::code).containsExactlyInAnyOrder("first", "sold");
    }

    @Test
    void ofAnEntityManagerInAService() {
        assertNamesTheSerial(catchThrowableOfType(DuplicateEntityException.class, () -> ledger.enter(second())));
    }

    @Test
    void butItsFlushThrowsHibernatesAsSpringTranslatesForRepositoriesAlone() {
        Throwable thrown = catchThrowable(() -> ledger.enterAndFlush(second()));

        assertThat(thrown).isExactlyInstanceOf(dev.onkey.hibernate.DuplicateEntityException.class);
        assertNamesTheSerial(DuplicateEntityException.findIn(thrown).orElseThrow());
    }

    private static Voucher second() {
        return new Voucher("second", 1);
    }

    private static void assertNamesTheSerial(DuplicateEntityException e) {
        assertThat(e).isNotNull();
        assertThat(e.entityType()).isEqualTo(Voucher.class);
        assertThat(e.attributes()).containsExactly("serial");
    }
}
