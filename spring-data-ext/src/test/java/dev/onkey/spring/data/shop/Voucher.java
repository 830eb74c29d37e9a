/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** An entity whose identifier the application assigns; recognised by it. */
@Entity
public class Voucher {
    @Id
    private String code;

    @Column(unique = true)
    private int serial;

    protected Voucher() {}

    public Voucher(String code, int serial) {
        this.code = code;
        this.serial = serial;
    }

    public String code() {
        return code;
    }

    public int serial() {
        return serial;
    }
}
