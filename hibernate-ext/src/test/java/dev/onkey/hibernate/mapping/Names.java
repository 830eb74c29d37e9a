/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.mapping;

import dev.onkey.hibernate.NaturalKey;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;

/** Tables and columns whose names need care, and attributes that are reached in other ways. */
final class Names {

    private static final String UNDERSCORES = "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy";

    static final List<Mapping<?>> ALL = List.of(
            new Mapping<>(Order.class, Order::new),
            new Mapping<>(New.class, New::new),
            new Mapping<>(Proposed.class, Proposed::new),
            new Mapping<>(Odd.class, Odd::new),
            new Mapping<>(CamelCase.class, CamelCase::new).set("hibernate.physical_naming_strategy", UNDERSCORES),
            new Mapping<>(Odd.class, Odd::new).set("hibernate.globally_quoted_identifiers", "true"),
            new Mapping<>(Elsewhere.class, Elsewhere::new),
            new Mapping<>(ByProperty.class, ByProperty::new));

    private Names() {}

    @Entity(name = "Order")
    @NaturalKey("code")
    @Table(name = "`order`")
    static class Order extends Coded {
        @Column(name = "`key`")
        String key;

        @Column(name = "`values`")
        Integer values;

        Order() {}

        Order(long key, Values values) {
            super(key);
            this.key = values.orNull(values::text);
            this.values = values.orNull(values::int32);
        }
    }

    @Entity(name = "New")
    @NaturalKey("code")
    @Table(name = "`new`")
    static class New extends Coded {
        @Column(name = "`new`")
        String text;

        @Column(name = "proposed")
        String other;

        New() {}

        New(long key, Values values) {
            super(key);
            text = values.orNull(values::text);
            other = values.orNull(values::text);
        }
    }

    @Entity(name = "Proposed")
    @NaturalKey("code")
    @Table(name = "`proposed`")
    static class Proposed extends Coded {
        String proposed;

        Proposed() {}

        Proposed(long key, Values values) {
            super(key);
            proposed = values.orNull(values::text);
        }
    }

    @Entity(name = "Odd")
    @NaturalKey("code")
    @Table(name = "`we.ird ?table`")
    static class Odd extends Coded {
        @Column(name = "`a.b`")
        String dotted;

        @Column(name = "`with blank`")
        String blank;

        @Column(name = "`quo'te\"`")
        String quote;

        @Column(name = "`größe`")
        String umlaut;

        Odd() {}

        Odd(long key, Values values) {
            super(key);
            dotted = values.orNull(values::text);
            blank = values.orNull(values::text);
            quote = values.orNull(values::text);
            umlaut = values.orNull(values::text);
        }
    }

    @Entity(name = "CamelCase")
    @NaturalKey("code")
    static class CamelCase extends Coded {
        String twoWords;

        CamelCase() {}

        CamelCase(long key, Values values) {
            super(key);
            twoWords = values.orNull(values::text);
        }
    }

    @Entity(name = "Elsewhere")
    @NaturalKey("code")
    @Table(catalog = MappingTest.OTHER_DATABASE, name = "elsewhere")
    static class Elsewhere extends Coded {
        String text;

        Elsewhere() {}

        Elsewhere(long key, Values values) {
            super(key);
            text = values.orNull(values::text);
        }
    }

    @Entity(name = "ByProperty")
    @NaturalKey("code")
    @Access(AccessType.PROPERTY)
    static class ByProperty {
        private Long hiddenId;
        private String hiddenCode;
        private String hiddenText;

        ByProperty() {}

        ByProperty(long key, Values values) {
            hiddenCode = "k" + key;
            hiddenText = values.orNull(values::text);
        }

        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long getId() {
            return hiddenId;
        }

        void setId(Long id) {
            hiddenId = id;
        }

        @Column(length = 40)
        String getCode() {
            return hiddenCode;
        }

        void setCode(String code) {
            hiddenCode = code;
        }

        /** Adds a mark that it takes away again. */
        @Basic
        String getText() {
            return hiddenText == null ? null : hiddenText + "!";
        }

        void setText(String text) {
            hiddenText = text == null ? null : text.substring(0, text.length() - 1);
        }
    }
}
