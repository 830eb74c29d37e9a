/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.key;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onkey.hibernate.NaturalKey;
import dev.onkey.hibernate.ServerlessFactory;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.SecondaryTable;
import java.util.Set;
import org.hibernate.MappingException;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.junit.jupiter.api.Test;

/** A natural key that cannot work is refused when the application starts. */
class NaturalKeyDeclarationTest {

    @Test
    void namesAllUnknownAttributes() {
        assertRefused(
                Unknown.class,
                "@NaturalKey of entity '" + Unknown.class.getName()
                        + "' names [nmae, tenant.code], but the entity has no" + " such attribute. It has [id, name].");
    }

    @Test
    void needsAnAttribute() {
        assertRefused(
                Empty.class,
                "@NaturalKey of entity '" + Empty.class.getName()
                        + "' names no attribute, but no row could be recognised"
                        + " by it. Name at least one, or remove it.");
    }

    @Test
    void refusesACollection() {
        assertRefused(
                Collecting.class,
                "@NaturalKey of entity '" + Collecting.class.getName()
                        + "' names [tags], but a collection, a formula or"
                        + " the inverse side of an association has no column in the entity's row. Name attributes that are"
                        + " stored in the row.");
    }

    @Test
    void refusesSeveralTables() {
        assertRefused(
                Spread.class,
                "@NaturalKey of entity '" + Spread.class.getName()
                        + "' names [name, more], but these attributes are stored"
                        + " in several tables, and no unique key spans tables. Name attributes of one table.");
    }

    private static void assertRefused(Class<?> entity, String message) {
        try (StandardServiceRegistry registry = ServerlessFactory.registry("MySQLDialect")) {
            assertThatThrownBy(() -> ServerlessFactory.in(registry, entity))
                    .isInstanceOf(MappingException.class)
                    .hasMessage(message);
        }
    }

    @Entity
    @NaturalKey({"nmae", "name", "tenant.code"})
    static class Unknown {
        @Id
        Long id;

        String name;
    }

    @Entity
    @NaturalKey({})
    static class Empty {
        @Id
        Long id;
    }

    @Entity
    @NaturalKey("tags")
    static class Collecting {
        @Id
        Long id;

        @ElementCollection
        Set<String> tags;
    }

    @Entity
    @SecondaryTable(name = "spread_more")
    @NaturalKey({"name", "more"})
    static class Spread {
        @Id
        Long id;

        String name;

        @Column(table = "spread_more")
        String more;
    }
}
