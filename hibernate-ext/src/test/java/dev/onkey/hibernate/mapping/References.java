/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.mapping;

import dev.onkey.hibernate.NaturalKey;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.NaturalId;

/** References to other rows, and natural keys of every make. */
final class References {

    static final List<Mapping<?>> ALL = List.of(
            new Mapping<>(Referring.class, Referring::new, Parent.class, Sized.class),
            new Mapping<>(ByPair.class, ByPair::new, Parent.class).keys("id", "number"),
            new Mapping<>(ByEmbedded.class, ByEmbedded::new, Parent.class).keys("id", "plot"),
            new Mapping<>(ByPart.class, ByPart::new).keys("id", "zip"),
            new Mapping<>(ByNaturalId.class, ByNaturalId::new, Parent.class).keys("id", "number"),
            new Mapping<>(Tree.class, Tree::new));

    private References() {}

    /** Referred to by what is not its identifier. */
    @Entity(name = "Sized")
    @Table(uniqueConstraints = @UniqueConstraint(columnNames = "label"))
    static class Sized {
        @Id
        Long id;

        @Column(length = 20)
        String label;

        Sized() {}

        Sized(String label) {
            this.id = (long) label.hashCode();
            this.label = label;
        }
    }

    @Entity(name = "Referring")
    @NaturalKey("code")
    static class Referring extends Coded {
        @ManyToOne
        Parent parent;

        @OneToOne
        @JoinColumn(name = "twin_id", unique = false)
        Parent lazyOne;

        @ManyToOne
        @JoinColumn(name = "size_label", referencedColumnName = "label")
        Sized size;

        @ManyToOne
        @JoinColumn(name = "parent_id", insertable = false, updatable = false)
        Parent again;

        Referring() {}

        Referring(long key, Values values) {
            super(key);
            parent = values.orNull(values::parent);
            String label = values.oneOf("L", "M");
            size = values.orNull(() -> values.given(Sized.class, (long) label.hashCode(), () -> new Sized(label)));
        }
    }

    @Entity(name = "ByPair")
    @NaturalKey({"parent", "number"})
    static class ByPair {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @ManyToOne
        Parent parent;

        Long number;
        String text;

        ByPair() {}

        ByPair(long key, Values values) {
            parent = values.session().getReference(Parent.class, 1L);
            number = key;
            text = values.orNull(values::text);
        }
    }

    @Embeddable
    static class Lot {
        Long plot;

        @ManyToOne
        Parent owner;
    }

    @Entity(name = "ByEmbedded")
    @NaturalKey("lot")
    static class ByEmbedded {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        Lot lot = new Lot();
        String text;

        ByEmbedded() {}

        ByEmbedded(long key, Values values) {
            lot.plot = key;
            lot.owner = values.session().find(Parent.class, 1L);
            text = values.orNull(values::text);
        }
    }

    @Embeddable
    static class Address {
        String street;

        @Column(length = 20)
        String zip;
    }

    @Entity(name = "ByPart")
    @NaturalKey("address.zip")
    static class ByPart {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        Address address = new Address();

        ByPart() {}

        ByPart(long key, Values values) {
            address.zip = "z" + key;
            address.street = values.orNull(values::text);
        }
    }

    @Entity(name = "ByNaturalId")
    static class ByNaturalId {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @NaturalId
        @ManyToOne
        Parent parent;

        @NaturalId
        Long number;

        String text;

        ByNaturalId() {}

        ByNaturalId(long key, Values values) {
            parent = values.session().find(Parent.class, 1L);
            number = key;
            text = values.orNull(values::text);
        }
    }

    /** Refers to rows of its own kind, and is referred to by others. */
    @Entity(name = "Tree")
    @NaturalKey("code")
    static class Tree extends Coded {
        @ManyToOne
        Tree above;

        @OneToMany(mappedBy = "above")
        Set<Tree> below = new HashSet<>();

        String text;

        Tree() {}

        Tree(long key, Values values) {
            super(key);
            text = values.orNull(values::text);
        }
    }
}
