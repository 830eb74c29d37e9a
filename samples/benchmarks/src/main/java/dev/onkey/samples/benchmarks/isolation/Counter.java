/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.isolation;

import dev.onkey.hibernate.NaturalKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** Something that counts. */
@Entity
@NaturalKey("name")
public class Counter {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(unique = true)
    private String name;

    private long total;

    protected Counter() {}

    Counter(String name, long total) {
        this.name = name;
        this.total = total;
    }

    long total() {
        return total;
    }
}
