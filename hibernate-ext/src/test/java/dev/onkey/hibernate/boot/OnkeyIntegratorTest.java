/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onkey.hibernate.DuplicateEntityException;
import dev.onkey.hibernate.DuplicateKey;
import dev.onkey.hibernate.NaturalKey;
import dev.onkey.hibernate.ServerlessFactory;
import dev.onkey.hibernate.key.KeyCatalogs;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.HibernateException;
import org.hibernate.JDBCException;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.engine.jdbc.spi.SqlExceptionHelper;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.spi.SQLExceptionConverter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnkeyIntegratorTest {

    private static final String SQL = "insert into place (name) values (?)";

    @ParameterizedTest
    @ValueSource(strings = {"MySQLDialect", "MariaDBDialect"})
    void startsAndEndsWithTheFactory(String dialect) {
        try (StandardServiceRegistry registry = ServerlessFactory.registry(dialect)) {
            SessionFactoryImplementor factory = ServerlessFactory.in(registry, Town.class);
            SqlExceptionHelper helper = factory.getJdbcServices().getSqlExceptionHelper();
            assertThat(KeyCatalogs.of(factory).keys()).hasSize(2);
            assertThat(duplicate(helper))
                    .isInstanceOfSatisfying(
                            DuplicateEntityException.class,
                            each -> assertThat(each.entityType()).isEqualTo(Town.class));

            factory.close();
            assertThat(duplicate(helper))
                    .isInstanceOf(ConstraintViolationException.class)
                    .isNotInstanceOf(DuplicateEntityException.class);
        }
    }

    @Test
    void knowsADialectForOlderServersByItsName() {
        try (StandardServiceRegistry registry = ServerlessFactory.registry(MySQLOlderDialect.class.getName());
                SessionFactoryImplementor factory = ServerlessFactory.in(registry, Town.class)) {
            assertThat(KeyCatalogs.of(factory).keys()).hasSize(2);
        }
    }

    @Test
    void doesNothingOnAnotherDatabase() {
        try (StandardServiceRegistry registry = ServerlessFactory.registry("H2Dialect");
                SessionFactoryImplementor factory = ServerlessFactory.in(registry, Wrong.class)) {
            assertThatThrownBy(() -> KeyCatalogs.of(factory))
                    .isInstanceOf(HibernateException.class)
                    .hasMessageContaining("MySQLDialect");
            assertThat(factory.getJdbcServices()
                            .getSqlExceptionHelper()
                            .getSqlExceptionConverter()
                            .getClass()
                            .getName())
                    .startsWith("org.hibernate.");
            assertThat(listeners(factory)).allMatch(each -> each.startsWith("org.hibernate."));
        }
    }

    @Test
    void factoriesOfOneRegistryShareTheConverterAndNotTheCatalog() {
        try (StandardServiceRegistry registry = ServerlessFactory.registry("MySQLDialect")) {
            SessionFactoryImplementor towns = ServerlessFactory.in(registry, Town.class);
            SqlExceptionHelper helper = towns.getJdbcServices().getSqlExceptionHelper();
            SQLExceptionConverter converter = helper.getSqlExceptionConverter();
            SessionFactoryImplementor alsoTowns = ServerlessFactory.in(registry, Town.class);
            assertThat(helper.getSqlExceptionConverter()).isSameAs(converter);
            assertThat(KeyCatalogs.of(towns)).isNotSameAs(KeyCatalogs.of(alsoTowns));
            assertThat(key(helper).entityType()).as("both agree").isEqualTo(Town.class);

            SessionFactoryImplementor villages = ServerlessFactory.in(registry, Village.class);
            assertThat(key(helper)).as("they disagree").isEqualTo(DuplicateKey.unmapped("place.ux_place"));

            alsoTowns.close();
            villages.close();
            assertThat(key(helper).entityType()).isEqualTo(Town.class);
            towns.close();
        }
    }

    private static List<String> listeners(SessionFactoryImplementor factory) {
        EventListenerRegistry registry = factory.getServiceRegistry().requireService(EventListenerRegistry.class);
        List<String> found = new ArrayList<>();
        for (EventType<?> type : List.of(EventType.PERSIST, EventType.MERGE, EventType.FLUSH, EventType.AUTO_FLUSH)) {
            registry.getEventListenerGroup(type)
                    .fireEventOnEachListener(
                            found, (each, names) -> names.add(each.getClass().getName()));
        }
        assertThat(found).hasSize(4);
        return found;
    }

    private static DuplicateKey key(SqlExceptionHelper helper) {
        return ((DuplicateEntityException) duplicate(helper)).key();
    }

    private static JDBCException duplicate(SqlExceptionHelper helper) {
        SQLException error = new SQLException("Duplicate entry 'x' for key 'place.ux_place'", "23000", 1062);
        return helper.convert(error, "could not execute statement", SQL);
    }

    @Entity(name = "Town")
    @Table(name = "place", uniqueConstraints = @UniqueConstraint(name = "ux_place", columnNames = "name"))
    static class Town {
        @Id
        int id;

        String name;
    }

    @Entity(name = "Village")
    @Table(name = "place", uniqueConstraints = @UniqueConstraint(name = "ux_place", columnNames = "name"))
    static class Village {
        @Id
        int id;

        String name;
    }

    @Entity(name = "Wrong")
    @NaturalKey("nothing")
    static class Wrong {
        @Id
        int id;
    }

    /** Like MySQLLegacyDialect of hibernate-community-dialects, no subclass of MySQLDialect. */
    public static class MySQLOlderDialect extends H2Dialect {}
}
