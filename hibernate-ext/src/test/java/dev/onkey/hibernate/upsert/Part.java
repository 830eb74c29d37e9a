/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.NaturalKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.PrePersist;
import jakarta.persistence.Version;
import java.util.List;
import java.util.stream.IntStream;

/** What imports are tested with: a second unique key, a version, a column that is short, and a callback that may throw. */
@Entity(name = "Part")
@NaturalKey("code")
class Part {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(length = 20, nullable = false, unique = true)
    String code;

    @Column(length = 20, unique = true)
    String sku;

    @Column(length = 10)
    String name = "part";

    int amount = 1;

    @Version
    Integer version;

    protected Part() {}

    Part(String code) {
        this.code = code;
    }

    static Part number(int i) {
        return new Part("p" + i);
    }

    static List<Part> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(Part::number).toList();
    }

    Part name(String changed) {
        name = changed;
        return this;
    }

    Part sku(String changed) {
        sku = changed;
        return this;
    }

    Part amount(int changed) {
        amount = changed;
        return this;
    }

    Part version(int known) {
        version = known;
        return this;
    }

    @PrePersist
    void check() {
        if ("cursed".equals(name)) {
            throw new UnsupportedOperationException("cursed");
        }
    }
}
