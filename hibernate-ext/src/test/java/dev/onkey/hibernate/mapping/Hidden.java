/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.mapping;

import dev.onkey.hibernate.NaturalKey;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.util.List;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.SoftDeleteType;
import org.hibernate.annotations.TenantId;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;
import org.hibernate.type.YesNoConverter;

/** Rows that others must not see. */
final class Hidden {

    private static final String TENANTS = "hibernate.tenant_identifier_resolver";

    static final List<Mapping<?>> ALL = List.of(
            new Mapping<>(Deletable.class, Deletable::new),
            new Mapping<>(Active.class, Active::new),
            new Mapping<>(ByLetter.class, ByLetter::new),
            new Mapping<>(Owned.class, Owned::new).set(TENANTS, new OneTenant()),
            new Mapping<>(OwnedByKey.class, OwnedByKey::new).set(TENANTS, new OneTenant()),
            new Mapping<>(OwnedPlot.class, OwnedPlot::new).keys("id", "area").set(TENANTS, new OneTenant()));

    /** Hibernate has this from 7 on. */
    static final List<Mapping<?>> SINCE_7 = List.of(new Mapping<>(ByTimestamp.class, ByTimestamp::new));

    private Hidden() {}

    @Entity(name = "Deletable")
    @NaturalKey("code")
    @SoftDelete
    static class Deletable extends Coded {
        String text;

        Deletable() {}

        Deletable(long key, Values values) {
            super(key);
            text = values.orNull(values::text);
        }
    }

    @Entity(name = "Active")
    @NaturalKey("code")
    @SoftDelete(strategy = SoftDeleteType.ACTIVE, columnName = "in_use")
    static class Active extends Coded {
        String text;

        Active() {}

        Active(long key, Values values) {
            super(key);
            text = values.orNull(values::text);
        }
    }

    @Entity(name = "ByLetter")
    @NaturalKey("code")
    @SoftDelete(converter = YesNoConverter.class)
    static class ByLetter extends Coded {
        String text;

        ByLetter() {}

        ByLetter(long key, Values values) {
            super(key);
            text = values.orNull(values::text);
        }
    }

    @Entity(name = "ByTimestamp")
    @NaturalKey("code")
    @SoftDelete(strategy = SoftDeleteType.TIMESTAMP)
    static class ByTimestamp extends Coded {
        String text;

        ByTimestamp() {}

        ByTimestamp(long key, Values values) {
            super(key);
            text = values.orNull(values::text);
        }
    }

    @Entity(name = "Owned")
    @NaturalKey("code")
    static class Owned extends Coded {
        @TenantId
        String tenant;

        String text;

        Owned() {}

        Owned(long key, Values values) {
            super(key);
            text = values.orNull(values::text);
        }
    }

    @Entity(name = "OwnedByKey")
    @NaturalKey({"tenant", "code"})
    static class OwnedByKey extends Coded {
        @TenantId
        String tenant;

        String text;

        OwnedByKey() {}

        OwnedByKey(long key, Values values) {
            super(key);
            text = values.orNull(values::text);
        }
    }

    @Embeddable
    static class Plot {
        Long area;
        String text;
    }

    /** The tenant has the place in the entity that the area has in the plot. */
    @Entity(name = "OwnedPlot")
    @NaturalKey({"owner", "plot.area"})
    static class OwnedPlot {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @TenantId
        String owner;

        Plot plot = new Plot();

        OwnedPlot() {}

        OwnedPlot(long key, Values values) {
            plot.area = key;
            plot.text = values.orNull(values::text);
        }
    }

    static final class OneTenant implements CurrentTenantIdentifierResolver<String> {

        @Override
        public String resolveCurrentTenantIdentifier() {
            return "it's";
        }

        @Override
        public boolean validateExistingCurrentSessions() {
            return false;
        }
    }
}
