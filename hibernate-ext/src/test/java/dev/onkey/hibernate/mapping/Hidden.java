/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.mapping;

import dev.onkey.hibernate.NaturalKey;
import jakarta.persistence.Entity;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.SoftDeleteType;
import org.hibernate.annotations.TenantId;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;
import org.hibernate.type.YesNoConverter;

/** Rows that others must not see. */
final class Hidden {

    static final List<Mapping<?>> ALL = all();

    private Hidden() {}

    private static List<Mapping<?>> all() {
        List<Mapping<?>> all = new ArrayList<>(List.of(
                new Mapping<>(Deletable.class, Deletable::new),
                new Mapping<>(Active.class, Active::new),
                new Mapping<>(ByLetter.class, ByLetter::new),
                new Mapping<>(Owned.class, Owned::new).set("hibernate.tenant_identifier_resolver", new OneTenant()),
                new Mapping<>(OwnedByKey.class, OwnedByKey::new)
                        .set("hibernate.tenant_identifier_resolver", new OneTenant())));
        if (Mapping.since(7)) {
            all.add(new Mapping<>(ByTimestamp.class, ByTimestamp::new));
        }
        return all;
    }

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

    /** From Hibernate 7 on. */
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
