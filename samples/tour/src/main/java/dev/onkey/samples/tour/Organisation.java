/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.tour;

import dev.onkey.hibernate.NaturalKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** Who holds hardware addresses. Two spellings are one organisation if the column's collation says so. */
@Entity
@NaturalKey("name")
class Organisation {

    static final int NAME_LENGTH = 100;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(nullable = false, length = NAME_LENGTH)
    private String name;

    /** A second unique key; the list of the IEEE does not have it. */
    @Column(unique = true)
    private @Nullable String domain;

    /** For Hibernate. */
    protected Organisation() {
        this("");
    }

    Organisation(String name) {
        this(name, null);
    }

    Organisation(String name, @Nullable String domain) {
        this.name = name;
        this.domain = domain;
    }

    @Nullable
    Long id() {
        return id;
    }

    String name() {
        return name;
    }

    @Nullable
    String domain() {
        return domain;
    }
}
