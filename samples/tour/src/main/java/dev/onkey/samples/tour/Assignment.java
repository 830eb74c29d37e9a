/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.tour;

import dev.onkey.hibernate.NaturalKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** A block of hardware addresses, and who holds it: an organisation, and how the list spells it there. */
@Entity
@NaturalKey({"registry", "block"})
class Assignment {

    static final int REGISTRY_LENGTH = 10;
    static final int BLOCK_LENGTH = 12;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(nullable = false, length = REGISTRY_LENGTH)
    private String registry;

    @Column(nullable = false, length = BLOCK_LENGTH)
    private String block;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Organisation organisation;

    @Column(nullable = false, length = Organisation.NAME_LENGTH)
    private String spelling;

    @Version
    private int version;

    /** For Hibernate. */
    protected Assignment() {
        this("", "", new Organisation(), "");
    }

    Assignment(String registry, String block, Organisation organisation, String spelling) {
        this.registry = registry;
        this.block = block;
        this.organisation = organisation;
        this.spelling = spelling;
    }
}
