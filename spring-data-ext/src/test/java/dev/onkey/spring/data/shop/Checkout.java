/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.shop;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A service whose transaction ends, and fails, outside every repository. */
@Service
@Transactional
public class Checkout {
    private final Vouchers vouchers;

    public Checkout(Vouchers vouchers) {
        this.vouchers = vouchers;
    }

    public void issue(Voucher voucher) {
        vouchers.save(voucher);
    }
}
