/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static dev.onkey.hibernate.Outcome.CREATED;
import static dev.onkey.hibernate.Outcome.UNCHANGED;
import static dev.onkey.hibernate.Outcome.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onkey.hibernate.NaturalKey;
import dev.onkey.hibernate.Outcome;
import dev.onkey.hibernate.TestFactory;
import dev.onkey.samples.mysql.MySqlServer;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.hibernate.MappingException;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.engine.jdbc.connections.spi.MultiTenantConnectionProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A database for each tenant, behind one session factory: what is known of one says nothing about the others. */
class TenantDatabasesTest {

    private static final String TABLE = "create table Guest (id bigint not null auto_increment primary key,"
            + " code varchar(20), name varchar(20)";

    private static TestFactory factory;
    private static Jdbc careless;

    @BeforeAll
    static void start() {
        String plain = MySqlServer.shared().freshDatabase("tenant_plain");
        String compensated =
                MySqlServer.shared().freshDatabase("tenant_compensated") + "&compensateOnDuplicateKeyUpdateCounts=true";
        String unindexed = MySqlServer.shared().freshDatabase("tenant_unindexed");
        new Jdbc(plain).execute(TABLE + ", unique key (code))");
        new Jdbc(compensated).execute(TABLE + ", unique key (code))");
        careless = new Jdbc(unindexed);
        careless.execute(TABLE + ")");
        factory = TestFactory.of("tenants", Guest.class)
                .set("hibernate.hbm2ddl.auto", "none")
                .set(
                        "hibernate.multi_tenant_connection_provider",
                        new Databases(Map.of("plain", plain, "compensated", compensated, "careless", unindexed)))
                .build();
    }

    @AfterAll
    static void stop() {
        factory.close();
    }

    @Test
    void theOutcomesAreTrueInEachAsItsDriverCounts() {
        for (String tenant : new String[] {"plain", "compensated"}) {
            assertThat(upsert(tenant, "counted", "a")).isEqualTo(CREATED);
            assertThat(upsert(tenant, "counted", "b")).isEqualTo(UPDATED);
            assertThat(upsert(tenant, "counted", "b")).isEqualTo(UNCHANGED);
        }
    }

    @Test
    void eachHasToHoldTheKeyUnique() {
        upsert("plain", "indexed", "a");

        assertThatThrownBy(() -> upsert("careless", "indexed", "a"))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("needs a unique key over (code)");
        assertThat(careless.number("select count(*) from Guest")).isZero();
    }

    private static Outcome upsert(String tenant, String code, String name) {
        // what the implementor's own method returns differs between versions
        SessionFactory sessions = factory.sessions();
        try (Session session =
                sessions.withOptions().tenantIdentifier((Object) tenant).openSession()) {
            session.beginTransaction();
            Outcome outcome = Upserts.in(session).upsert(new Guest(code, name)).outcome();
            session.getTransaction().commit();
            return outcome;
        }
    }

    @Entity(name = "Guest")
    @NaturalKey("code")
    static class Guest {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(length = 20)
        String code;

        String name;

        protected Guest() {}

        Guest(String code, String name) {
            this.code = code;
            this.name = name;
        }
    }

    private record Databases(Map<String, String> urls) implements MultiTenantConnectionProvider<String> {

        @Override
        public Connection getAnyConnection() throws SQLException {
            return getConnection("plain");
        }

        @Override
        public Connection getConnection(String tenant) throws SQLException {
            return DriverManager.getConnection(urls.get(tenant));
        }

        @Override
        public void releaseAnyConnection(Connection connection) throws SQLException {
            connection.close();
        }

        @Override
        public void releaseConnection(String tenant, Connection connection) throws SQLException {
            connection.close();
        }

        @Override
        public boolean supportsAggressiveRelease() {
            return false;
        }

        @Override
        public boolean isUnwrappableAs(Class<?> type) {
            return false;
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            throw new UnsupportedOperationException();
        }
    }
}
