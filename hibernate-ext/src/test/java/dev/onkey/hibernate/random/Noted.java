/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.random;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;

/** What both entities have beside their keys. */
@MappedSuperclass
abstract class Noted {

    @Column(length = 20)
    String note;

    int visits;

    Integer score;

    @Column(updatable = false, length = 20)
    String origin;
}
