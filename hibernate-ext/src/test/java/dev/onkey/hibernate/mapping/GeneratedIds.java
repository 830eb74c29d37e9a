/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.mapping;

import dev.onkey.hibernate.NaturalKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;

/** Identifiers that Hibernate makes; the row is recognised by a natural key. */
final class GeneratedIds {

    static final List<Mapping<?>> ALL = List.of(
            new Mapping<>(ByUuid.class, ByUuid::new),
            new Mapping<>(ByTable.class, ByTable::new),
            new Mapping<>(BySequence.class, BySequence::new),
            new Mapping<>(ByUuidText.class, ByUuidText::new),
            new Mapping<>(ByTime.class, ByTime::new));

    private GeneratedIds() {}

    @Entity(name = "ByUuid")
    @NaturalKey("code")
    static class ByUuid {
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        UUID id;

        @Column(length = 40)
        String code;

        String text;

        ByUuid() {}

        ByUuid(long key, Values values) {
            code = "k" + key;
            text = values.orNull(values::text);
        }
    }

    @Entity(name = "ByUuidText")
    @NaturalKey("code")
    static class ByUuidText {
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        String id;

        @Column(length = 40)
        String code;

        String text;

        ByUuidText() {}

        ByUuidText(long key, Values values) {
            code = "k" + key;
            text = values.orNull(values::text);
        }
    }

    @Entity(name = "ByTime")
    @NaturalKey("code")
    static class ByTime {
        @Id
        @UuidGenerator(style = UuidGenerator.Style.TIME)
        @JdbcTypeCode(SqlTypes.CHAR)
        UUID id;

        @Column(length = 40)
        String code;

        String text;

        ByTime() {}

        ByTime(long key, Values values) {
            code = "k" + key;
            text = values.orNull(values::text);
        }
    }

    @Entity(name = "ByTable")
    @NaturalKey("code")
    static class ByTable {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE)
        int id;

        @Column(length = 40)
        String code;

        String text;

        ByTable() {}

        ByTable(long key, Values values) {
            code = "k" + key;
            text = values.orNull(values::text);
        }
    }

    @Entity(name = "BySequence")
    @NaturalKey("code")
    static class BySequence {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;

        @Column(length = 40)
        String code;

        String text;

        BySequence() {}

        BySequence(long key, Values values) {
            code = "k" + key;
            text = values.orNull(values::text);
        }
    }
}
