/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.mapping;

import dev.onkey.hibernate.NaturalKey;
import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.util.List;
import org.hibernate.annotations.EmbeddableInstantiator;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.spi.ValueAccess;

/** Attributes of several columns. */
final class Embeddables {

    static final List<Mapping<?>> ALL = List.of(
            new Mapping<>(Nested.class, Nested::new, Parent.class),
            new Mapping<>(Records.class, Records::new),
            new Mapping<>(Immutable.class, Immutable::new),
            new Mapping<>(Partial.class, Partial::new));

    private Embeddables() {}

    @Embeddable
    static class Outer {
        String street;

        @Embedded
        Inner inner;

        Outer() {}

        Outer(Values values) {
            street = values.orNull(values::text);
            inner = values.orNull(() -> new Inner(values));
        }
    }

    @Embeddable
    static class Inner {
        Integer floor;

        @ManyToOne
        Parent owner;

        Inner() {}

        Inner(Values values) {
            floor = values.orNull(values::int32);
            owner = values.orNull(values::parent);
        }
    }

    @Entity(name = "Nested")
    @NaturalKey("code")
    static class Nested extends Coded {
        @Embedded
        Outer first;

        @AttributeOverride(name = "street", column = @Column(name = "other_street"))
        @AttributeOverride(name = "inner.floor", column = @Column(name = "other_floor"))
        @AssociationOverride(name = "inner.owner", joinColumns = @JoinColumn(name = "other_owner"))
        @Embedded
        Outer second;

        Nested() {}

        Nested(long key, Values values) {
            super(key);
            first = values.orNull(() -> new Outer(values));
            second = values.orNull(() -> new Outer(values));
        }
    }

    @Embeddable
    record Money(String currency, Long amount, Rate rate) {}

    @Embeddable
    record Rate(Double value, String source) {}

    @Entity(name = "Records")
    @NaturalKey("code")
    static class Records extends Coded {
        Money money;

        Records() {}

        Records(long key, Values values) {
            super(key);
            money = values.orNull(() -> new Money(
                    values.orNull(values::text),
                    values.orNull(values::int64),
                    values.orNull(() -> new Rate(values.orNull(values::float64), values.orNull(values::text)))));
        }
    }

    @Embeddable
    @EmbeddableInstantiator(NameInstantiator.class)
    static class Name {
        @Column(name = "given_name")
        private final String given;

        private final String family;

        Name(String given, String family) {
            this.given = given;
            this.family = family;
        }
    }

    static class NameInstantiator implements org.hibernate.metamodel.spi.EmbeddableInstantiator {

        @Override
        public Object instantiate(ValueAccess values) {
            // in the alphabet's order
            return new Name(values.getValue(1, String.class), values.getValue(0, String.class));
        }

        /** What Hibernate 6.6 asks for. */
        public Object instantiate(ValueAccess values, SessionFactoryImplementor factory) {
            return instantiate(values);
        }

        @Override
        public boolean isInstance(Object object) {
            return object instanceof Name;
        }

        @Override
        public boolean isSameClass(Object object) {
            return object.getClass() == Name.class;
        }
    }

    @Entity(name = "Immutable")
    @NaturalKey("code")
    static class Immutable extends Coded {
        Name name;

        Immutable() {}

        Immutable(long key, Values values) {
            super(key);
            name = values.orNull(() -> new Name(values.orNull(values::text), values.orNull(values::text)));
        }
    }

    @Embeddable
    static class Origin {
        @Column(updatable = false)
        String country;

        String region;

        Origin() {}

        Origin(Values values) {
            country = values.orNull(values::text);
            region = values.orNull(values::text);
        }
    }

    @Entity(name = "Partial")
    @NaturalKey("code")
    static class Partial extends Coded {
        Origin origin;

        Partial() {}

        Partial(long key, Values values) {
            super(key);
            origin = values.orNull(() -> new Origin(values));
        }
    }
}
