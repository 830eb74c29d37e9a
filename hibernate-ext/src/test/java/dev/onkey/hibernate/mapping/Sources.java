/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.mapping;

import dev.onkey.hibernate.NaturalKey;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.CurrentTimestamp;
import org.hibernate.annotations.DynamicInsert;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.SourceType;
import org.hibernate.annotations.UpdateTimestamp;
import org.hibernate.generator.EventType;

/** Attributes whose values come from elsewhere, or are not written as they are. */
final class Sources {

    static final List<Mapping<?>> ALL = List.of(
            new Mapping<>(Computed.class, Computed::new),
            // the same data twice is to change nothing, so an update leaves alone what the insert leaves to the server
            new Mapping<>(Defaulted.class, Defaulted::new).left("nothing"),
            new Mapping<>(Transformed.class, Transformed::new),
            new Mapping<>(Stamped.class, Stamped::new)
                    .kept("created", "dbCreated", "currentCreated")
                    .moved("updated", "dbUpdated", "currentUpdated"),
            new Mapping<>(Audited.class, Audited::new).kept("created").moved("updated"),
            new Mapping<>(Versioned.class, Versioned::new),
            new Mapping<>(VersionedByTime.class, VersionedByTime::new).moved("version"),
            // what is not inserted is not updated either, for the same reason
            new Mapping<>(ReadOnly.class, ReadOnly::new).left("later"));

    private Sources() {}

    @Entity(name = "Computed")
    @NaturalKey("code")
    static class Computed extends Coded {
        String text;

        @Formula("upper(text)")
        String upper;

        @GeneratedColumn("concat(text, '!')")
        String loud;

        @Generated(event = {EventType.INSERT, EventType.UPDATE})
        @Column(columnDefinition = "varchar(300) generated always as (concat(text, '?')) stored")
        String asked;

        Computed() {}

        Computed(long key, Values values) {
            super(key);
            text = values.orNull(values::text);
        }
    }

    @Entity(name = "Defaulted")
    @NaturalKey("code")
    @DynamicInsert
    @DynamicUpdate
    static class Defaulted extends Coded {
        @ColumnDefault("'none'")
        String nothing;

        @ColumnDefault("7")
        Integer number;

        String text;

        Defaulted() {}

        Defaulted(long key, Values values) {
            super(key);
            text = values.text();
            number = values.int32();
        }
    }

    @Entity(name = "Transformed")
    @NaturalKey("code")
    static class Transformed extends Coded {
        @ColumnTransformer(read = "substring(text, 2)", write = "concat('!', ?)")
        String text;

        @ColumnTransformer(write = "upper(?)")
        String upper;

        @ColumnTransformer(read = "number / 2", write = "? * 2")
        Double number;

        Transformed() {}

        Transformed(long key, Values values) {
            super(key);
            text = values.orNull(values::text);
            upper = values.orNull(() -> values.text().replace("ß", ""));
            number = values.orNull(() -> values.oneOf(1.0, -0.5, 0.0));
        }
    }

    @Entity(name = "Stamped")
    @NaturalKey("code")
    static class Stamped extends Coded {
        String text;

        @CreationTimestamp
        Instant created;

        @UpdateTimestamp
        Instant updated;

        @CreationTimestamp(source = SourceType.DB)
        Instant dbCreated;

        @UpdateTimestamp(source = SourceType.DB)
        Instant dbUpdated;

        @CurrentTimestamp(event = EventType.INSERT)
        Instant currentCreated;

        @CurrentTimestamp
        Instant currentUpdated;

        Stamped() {}

        Stamped(long key, Values values) {
            super(key);
            // what Hibernate 6.6 writes in an update
            created = Instant.EPOCH;
            dbCreated = Instant.EPOCH;
            currentCreated = Instant.EPOCH;
            text = values.orNull(values::text);
        }
    }

    @Embeddable
    static class Audit {
        @CreationTimestamp
        Instant created;

        @UpdateTimestamp
        Instant updated;

        String editor;
    }

    @Entity(name = "Audited")
    @NaturalKey("code")
    static class Audited extends Coded {
        String text;
        Audit audit = new Audit();

        Audited() {}

        Audited(long key, Values values) {
            super(key);
            text = values.orNull(values::text);
            // Hibernate's own update writes what is here
            audit.created = Instant.EPOCH;
            audit.editor = values.orNull(values::text);
        }
    }

    @Entity(name = "Versioned")
    @NaturalKey("code")
    static class Versioned extends Coded {
        @Version
        Short version;

        String text;
        Integer number;

        Versioned() {}

        Versioned(long key, Values values) {
            super(key);
            text = values.orNull(values::text);
            number = values.orNull(values::int32);
        }
    }

    @Entity(name = "VersionedByTime")
    @NaturalKey("code")
    static class VersionedByTime extends Coded {
        @Version
        Instant version;

        String text;

        VersionedByTime() {}

        VersionedByTime(long key, Values values) {
            super(key);
            text = values.orNull(values::text);
        }
    }

    @Entity(name = "ReadOnly")
    @NaturalKey("code")
    static class ReadOnly extends Coded {
        String text;

        @Column(name = "text", insertable = false, updatable = false)
        String again;

        @Column(updatable = false)
        String first;

        @Column(insertable = false)
        String later;

        @Column(insertable = false, updatable = false)
        @ColumnDefault("5")
        Integer never;

        ReadOnly() {}

        ReadOnly(long key, Values values) {
            super(key);
            text = values.orNull(values::text);
            first = values.orNull(values::text);
            later = values.orNull(values::text);
            never = values.orNull(values::int32);
        }
    }
}
