/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onkey.hibernate.DuplicateKey;
import dev.onkey.spring.data.shop.Account;
import dev.onkey.spring.data.shop.Accounts;
import dev.onkey.spring.data.shop.Checkout;
import dev.onkey.spring.data.shop.Register;
import dev.onkey.spring.data.shop.Voucher;
import dev.onkey.spring.data.shop.Vouchers;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;

@ParameterizedClass
@EnumSource
class DuplicateTranslationTest {
    private final Accounts accounts;
    private final Vouchers vouchers;
    private final Checkout checkout;
    private final Register register;
    private final TransactionTemplate transaction;

    DuplicateTranslationTest(Shop shop) {
        accounts = shop.get(Accounts.class);
        vouchers = shop.get(Vouchers.class);
        checkout = shop.get(Checkout.class);
        register = shop.get(Register.class);
        transaction = shop.get(TransactionTemplate.class);
    }

    @BeforeEach
    void oneOfEach() {
        accounts.deleteAll();
        vouchers.deleteAll();
        accounts.save(ann());
        vouchers.save(new Voucher("first", 1));
    }

    @Test
    void saveNamesTheNaturalKey() {
        DuplicateEntityException e = duplicateOf(() -> accounts.save(ann()));

        assertThat(e.entityType()).isEqualTo(Account.class);
        assertThat(e.attributes()).containsExactly("email");
        assertThat(e.key().kind()).isEqualTo(DuplicateKey.Kind.NATURAL);
    }

    @Test
    void saveNamesAnotherUniqueKey() {
        DuplicateEntityException e = duplicateOf(() -> accounts.save(new Account("bob@x.org", "1", "Bob")));

        assertThat(e.entityType()).isEqualTo(Account.class);
        assertThat(e.attributes()).containsExactly("phone");
        assertThat(e.key().kind()).isEqualTo(DuplicateKey.Kind.UNIQUE);
    }

    @Test
    void saveAndFlush() {
        assertNamesTheSerial(duplicateOf(() -> vouchers.saveAndFlush(new Voucher("second", 1))));
    }

    @Test
    void saveAllWithoutATransactionFailsAtTheRepositorysCommit() {
        assertNamesTheSerial(
                duplicateOf(() -> vouchers.saveAll(List.of(new Voucher("second", 2), new Voucher("third", 1)))));
    }

    @Test
    void commitOfATransactionalService() {
        assertNamesTheSerial(duplicateOf(() -> checkout.issue(new Voucher("second", 1))));
    }

    @Test
    void commitOfATransactionTemplate() {
        assertNamesTheSerial(
                duplicateOf(() -> transaction.executeWithoutResult(status -> vouchers.save(new Voucher("second", 1)))));
    }

    @Test
    void aBulkUpdate() {
        accounts.save(new Account("bob@x.org", "2", "Bob"));
        DuplicateEntityException e = duplicateOf(() -> accounts.setPhoneOfAll("3"));

        assertThat(e.entityType()).isEqualTo(Account.class);
        assertThat(e.attributes()).containsExactly("phone");
        assertThat(e.entity()).isNull();
        assertThat(e.values()).isEmpty();
    }

    @Test
    void theInstanceIsThereWhereItIsCertain() {
        Account second = ann();
        DuplicateEntityException e = duplicateOf(() -> accounts.save(second));

        assertThat(e.entity()).isSameAs(second);
        assertThat(e.values()).containsEntry("email", "ann@x.org");
        Voucher voucher = new Voucher("second", 1);
        assertThat(duplicateOf(() -> checkout.issue(voucher)).values()).containsEntry("serial", 1);
    }

    @Test
    void repositoryWrittenByHand() {
        DuplicateEntityException e = duplicateOf(() -> register.enter(ann()));

        assertThat(e.attributes()).containsExactly("email");
    }

    @Test
    void existingHandlersCatchIt() {
        assertThat(duplicateOf(() -> accounts.save(ann())))
                .isInstanceOf(DuplicateKeyException.class)
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void causeIsHibernatesAndTheMessageIsItsOwn() {
        DuplicateEntityException e = duplicateOf(() -> accounts.save(ann()));

        assertThat(e)
                .cause()
                .isInstanceOf(dev.onkey.hibernate.DuplicateEntityException.class)
                .isInstanceOf(ConstraintViolationException.class)
                .hasMessage(e.getMessage());
        assertThat(e).hasMessageContaining("Account").hasMessageContaining("email");
        assertThat(e.getMessage()).doesNotContain("ann@x.org");
    }

    @Test
    void findInSeesThroughWrappers() {
        DuplicateEntityException e = duplicateOf(() -> accounts.save(ann()));

        assertThat(DuplicateEntityException.findIn(new IllegalStateException(e)))
                .containsSame(e);
    }

    @Test
    void whatTheApplicationMakesOfADuplicateStaysItsOwn() {
        assertThatThrownBy(() -> register.enterOrExplain(ann())).isInstanceOf(Register.EmailTaken.class);
    }

    @Test
    void anotherConstraintIsTranslatedAsEver() {
        assertThatThrownBy(() -> accounts.save(new Account("bob@x.org", "2", null)))
                .isExactlyInstanceOf(DataIntegrityViolationException.class)
                .hasCauseInstanceOf(ConstraintViolationException.class);
    }

    private static Account ann() {
        return new Account("ann@x.org", "1", "Ann");
    }

    private static DuplicateEntityException duplicateOf(ThrowingCallable call) {
        DuplicateEntityException e = catchThrowableOfType(DuplicateEntityException.class, call);
        assertThat(e).isNotNull();
        return e;
    }

    private static void assertNamesTheSerial(DuplicateEntityException e) {
        assertThat(e.entityType()).isEqualTo(Voucher.class);
        assertThat(e.attributes()).containsExactly("serial");
        assertThat(e.key().kind()).isEqualTo(DuplicateKey.Kind.UNIQUE);
    }
}
