/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.shop;

import dev.onkey.spring.data.DuplicateEntityException;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** A service that writes when a transaction ends. */
@Service
public class Receipts {

    public record Ending(Voucher voucher) {}

    public record Ended(Voucher voucher) {}

    private final Vouchers vouchers;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate another;
    private final AtomicReference<DuplicateEntityException> caught = new AtomicReference<>();

    public Receipts(
            Vouchers vouchers, ApplicationEventPublisher events, PlatformTransactionManager transactionManager) {
        this.vouchers = vouchers;
        this.events = events;
        another = new TransactionTemplate(transactionManager);
        another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Transactional
    public void announce(Record event, Voucher sold) {
        vouchers.save(sold);
        events.publishEvent(event);
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    public void issue(Ending event) {
        vouchers.save(event.voucher());
    }

    /** Catches by itself, as Spring does no more than log what is thrown here. */
    @TransactionalEventListener
    public void issue(Ended event) {
        try {
            another.executeWithoutResult(status -> vouchers.save(event.voucher()));
        } catch (DuplicateEntityException e) {
            caught.set(e);
        }
    }

    public DuplicateEntityException caught() {
        return caught.getAndSet(null);
    }
}
