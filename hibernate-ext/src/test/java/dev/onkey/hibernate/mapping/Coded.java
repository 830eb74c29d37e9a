/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

/** A row with an identifier of the server's, which is recognised by a code. */
@MappedSuperclass
abstract class Coded {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(length = 40, updatable = false)
    String code;

    Coded() {}

    Coded(long key) {
        this.code = "k" + key;
    }
}
