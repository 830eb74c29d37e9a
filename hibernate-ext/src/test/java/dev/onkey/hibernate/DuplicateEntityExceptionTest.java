/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onkey.hibernate.DuplicateKey.Kind;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.RollbackException;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.hibernate.annotations.NaturalId;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an application gets to see when a row is a duplicate. */
class DuplicateEntityExceptionTest {

    private static final Class<?>[] ENTITIES = {
        Tenant.class, Account.class, Customer.class, Country.class, Shop.class, Branch.class
    };

    private static TestFactory factory;

    @BeforeAll
    static void start() throws SQLException {
        factory = TestFactory.of("dup_exception", ENTITIES).build();
        try (Connection connection = DriverManager.getConnection(factory.url());
                Statement statement = connection.createStatement()) {
            statement.execute("create unique index `by.hand's` on branch (phone)");
        }
        inTransaction(session -> {
            Tenant tenant = new Tenant();
            session.persist(tenant);
            session.persist(new Account("a@x.org", tenant, "one"));
            session.persist(new Customer(tenant, 7));
            session.persist(new Country("DE", "Germany"));
            session.persist(new Shop(1, "Main Street", "10115"));
            session.persist(new Branch(1, "north", "555"));
        });
    }

    @AfterAll
    static void stop() {
        factory.close();
    }

    @Test
    void persistNamesASingleAttribute() {
        inSession(session -> {
            session.beginTransaction();
            DuplicateEntityException duplicate = catchThrowableOfType(
                    DuplicateEntityException.class, () -> session.persist(new Account("a@x.org", null, "two")));
            assertDuplicate(duplicate, Kind.UNIQUE, Account.class, "account", "email");
            assertThat(duplicate)
                    .hasMessageMatching("Account already exists: email \\(unique key 'UK\\w+' of table 'account'\\)");
            assertThat(duplicate.getSQL()).startsWith("insert into account");
        });
    }

    @Test
    void persistNamesACompositeKey() {
        inSession(session -> {
            session.beginTransaction();
            Tenant tenant = session.find(Tenant.class, 1L);
            DuplicateEntityException duplicate = catchThrowableOfType(
                    DuplicateEntityException.class, () -> session.persist(new Account("b@x.org", tenant, "one")));
            assertDuplicate(duplicate, Kind.UNIQUE, Account.class, "account", "tenant", "code");
            assertThat(duplicate.key().columns()).containsExactly("tenant_id", "code");
        });
    }

    @Test
    void persistNamesTheNaturalKey() {
        inSession(session -> {
            session.beginTransaction();
            Tenant tenant = session.find(Tenant.class, 1L);
            DuplicateEntityException duplicate = catchThrowableOfType(
                    DuplicateEntityException.class, () -> session.persist(new Customer(tenant, 7)));
            assertThat(duplicate.key().kind()).isEqualTo(Kind.NATURAL);
            assertThat(duplicate.entityType()).isEqualTo(Customer.class);
            assertThat(duplicate.attributes()).containsExactlyInAnyOrder("tenant", "number");
        });
    }

    @Test
    void flushNamesThePrimaryKey() {
        inSession(session -> {
            session.beginTransaction();
            session.persist(new Country("DE", "Deutschland"));
            DuplicateEntityException duplicate = catchThrowableOfType(DuplicateEntityException.class, session::flush);
            assertDuplicate(duplicate, Kind.PRIMARY, Country.class, "country", "iso");
            assertThat(duplicate).hasMessage("Country already exists: iso (primary key of table 'country')");
        });
    }

    @Test
    void flushNamesTheKeyOfAnUpdate() {
        inTransaction(session -> session.persist(new Country("FR", "France")));
        inSession(session -> {
            session.beginTransaction();
            session.find(Country.class, "FR").name = "Germany";
            DuplicateEntityException duplicate = catchThrowableOfType(DuplicateEntityException.class, session::flush);
            assertDuplicate(duplicate, Kind.UNIQUE, Country.class, "country", "name");
        });
    }

    @Test
    void batchNamesAnEmbeddedAttributeAndTellsTablesApart() {
        try (TestFactory batching = TestFactory.of("", ENTITIES)
                .set("hibernate.hbm2ddl.auto", "none")
                .set("hibernate.jdbc.batch_size", 10)
                .set("hibernate.order_inserts", true)
                .url("rewriteBatchedStatements=true")
                .on(factory.url())) {
            for (Object duplicated : List.of(new Shop(3, "Other Street", "10115"), new Branch(3, "north", "777"))) {
                try (Session session = batching.sessions().openSession()) {
                    session.beginTransaction();
                    session.persist(new Shop(2, "Second Street", "20095"));
                    session.persist(new Branch(2, "south", "556"));
                    session.persist(duplicated);
                    DuplicateEntityException duplicate =
                            catchThrowableOfType(DuplicateEntityException.class, session::flush);
                    session.getTransaction().rollback();
                    boolean shop = duplicated instanceof Shop;
                    assertDuplicate(
                            duplicate,
                            Kind.UNIQUE,
                            duplicated.getClass(),
                            shop ? "shop" : "branch",
                            shop ? "address.zip" : "name");
                    assertThat(duplicate.key().constraint()).isEqualTo("ux_place");
                }
            }
        }
    }

    @Test
    void commitHasItInsideTheRollback() {
        inSession(session -> {
            session.beginTransaction();
            session.persist(new Country("DE", "Deutschland"));
            Throwable thrown = catchThrowable(session.getTransaction()::commit);
            assertThat(DuplicateEntityException.findIn(thrown))
                    .get()
                    .satisfies(each -> assertThat(each.entityType()).isEqualTo(Country.class));
            assertThat(DuplicateEntityException.findIn(new RollbackException(thrown)))
                    .isPresent();
            assertThat(DuplicateEntityException.findIn(new IllegalStateException()))
                    .isEmpty();
            assertThat(DuplicateEntityException.findIn(null)).isEmpty();
        });
    }

    @Test
    void nativeSqlAndQueriesNameIt() {
        inSession(session -> {
            session.beginTransaction();
            String insert = "insert into branch (id, name, phone) values (9, 'north', '1')";
            Throwable thrown = catchThrowable(
                    () -> session.createNativeMutationQuery(insert).executeUpdate());
            DuplicateEntityException found =
                    DuplicateEntityException.findIn(thrown).orElseThrow();
            assertDuplicate(found, Kind.UNIQUE, Branch.class, "branch", "name");
        });
        inSession(session -> {
            session.beginTransaction();
            session.persist(new Country("IT", "Italy"));
            session.flush();
            String update = "update Country set name = 'Germany' where iso = 'IT'";
            Throwable thrown =
                    catchThrowable(() -> session.createMutationQuery(update).executeUpdate());
            DuplicateEntityException found =
                    DuplicateEntityException.findIn(thrown).orElseThrow();
            assertDuplicate(found, Kind.UNIQUE, Country.class, "country", "name");
        });
    }

    @Test
    void aKeyThatNoMappingDeclaresIsLookedUp() {
        inSession(session -> {
            session.beginTransaction();
            session.persist(new Branch(8, "west", "555"));
            DuplicateEntityException duplicate = catchThrowableOfType(DuplicateEntityException.class, session::flush);
            assertDuplicate(duplicate, Kind.UNIQUE, Branch.class, "branch", "phone");
            assertThat(duplicate.key().constraint()).isEqualTo("by.hand's");
            assertThat(duplicate.getConstraintName())
                    .as("Hibernate's own reading ends at the quote")
                    .isIn("by.hand", "branch.by.hand");
        });
    }

    @Test
    void existingHandlersSeeWhatTheySawBefore() {
        inSession(session -> {
            session.beginTransaction();
            session.persist(new Country("DE", "q' for key 'fake"));
            ConstraintViolationException violation =
                    catchThrowableOfType(ConstraintViolationException.class, session::flush);
            assertThat(violation).isInstanceOf(DuplicateEntityException.class);
            assertThat(violation.getConstraintName()).isIn("PRIMARY", "country.PRIMARY");
            assertThat(violation.getKind()).isEqualTo(ConstraintKind.UNIQUE);
            assertThat(violation.getSQLState()).isEqualTo("23000");
            assertThat(violation.getErrorCode()).isEqualTo(1062);
            assertThat(violation.getCause()).isInstanceOf(SQLException.class);
        });
    }

    @Test
    void aValueCannotPretendToBeAKey() {
        inTransaction(session -> session.persist(new Country("XX", "q' for key 'PRIMARY")));
        inSession(session -> {
            session.beginTransaction();
            session.persist(new Country("YY", "q' for key 'PRIMARY"));
            DuplicateEntityException duplicate = catchThrowableOfType(DuplicateEntityException.class, session::flush);
            assertDuplicate(duplicate, Kind.UNIQUE, Country.class, "country", "name");
            assertThat(duplicate.getConstraintName()).as("Hibernate's own").isEqualTo("PRIMARY");
        });
    }

    @Test
    void otherViolationsAreNotDuplicates() {
        for (String sql : List.of(
                "insert into account (tenant_id, code) values (4711, 'z')",
                "insert into country (iso, name) values ('ZZ', null)",
                "insert into country (iso) values ('ZZ')",
                "insert into country (iso, name) values ('ZZ', repeat('x', 300))")) {
            inSession(session -> {
                session.beginTransaction();
                Throwable thrown = catchThrowable(
                        () -> session.createNativeMutationQuery(sql).executeUpdate());
                assertThat(thrown).as(sql).isNotNull();
                assertThat(DuplicateEntityException.findIn(thrown)).isEmpty();
            });
        }
    }

    @Test
    void noStatementIsAdded() {
        factory.statements().clear();
        inSession(session -> {
            session.beginTransaction();
            session.persist(new Country("DE", "Deutschland"));
            assertThatThrownBy(session::flush).isInstanceOf(DuplicateEntityException.class);
        });
        assertThat(factory.statements()).singleElement().asString().startsWith("insert into country");
    }

    private static void assertDuplicate(
            DuplicateEntityException duplicate, Kind kind, Class<?> entity, String table, String... attributes) {
        assertThat(duplicate.key().kind()).isEqualTo(kind);
        assertThat(duplicate.entityType()).isEqualTo(entity);
        assertThat(duplicate.key().table()).isEqualTo(table);
        assertThat(duplicate.attributes()).containsExactly(attributes);
    }

    private static void inSession(Consumer<Session> work) {
        try (Session session = factory.sessions().openSession()) {
            try {
                work.accept(session);
            } finally {
                // Hibernate's own pool hands the connection on as it is
                if (session.getTransaction().getStatus().canRollback()) {
                    session.getTransaction().rollback();
                }
            }
        }
    }

    private static void inTransaction(Consumer<Session> work) {
        inSession(session -> {
            session.beginTransaction();
            work.accept(session);
            session.getTransaction().commit();
        });
    }

    @Entity(name = "Tenant")
    @Table(name = "tenant")
    static class Tenant {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;
    }

    @Entity(name = "Account")
    @Table(
            name = "account",
            uniqueConstraints =
                    @UniqueConstraint(
                            name = "ux_account",
                            columnNames = {"tenant_id", "code"}))
    static class Account {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(unique = true)
        String email;

        @ManyToOne
        @JoinColumn(name = "tenant_id")
        Tenant tenant;

        String code;

        Account() {}

        Account(String email, Tenant tenant, String code) {
            this.email = email;
            this.tenant = tenant;
            this.code = code;
        }
    }

    @Entity(name = "Customer")
    @Table(name = "customer")
    static class Customer {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @NaturalId
        @ManyToOne
        Tenant tenant;

        @NaturalId
        int number;

        Customer() {}

        Customer(Tenant tenant, int number) {
            this.tenant = tenant;
            this.number = number;
        }
    }

    @Entity(name = "Country")
    @Table(name = "country")
    static class Country {
        @Id
        String iso;

        @Column(unique = true, nullable = false)
        String name;

        Country() {}

        Country(String iso, String name) {
            this.iso = iso;
            this.name = name;
        }
    }

    @Embeddable
    static class Address {
        String street;
        String zip;
    }

    @Entity(name = "Shop")
    @Table(name = "shop", uniqueConstraints = @UniqueConstraint(name = "ux_place", columnNames = "zip"))
    static class Shop {
        @Id
        int id;

        @Embedded
        Address address = new Address();

        Shop() {}

        Shop(int id, String street, String zip) {
            this.id = id;
            address.street = street;
            address.zip = zip;
        }
    }

    @Entity(name = "Branch")
    @Table(name = "branch", uniqueConstraints = @UniqueConstraint(name = "ux_place", columnNames = "name"))
    static class Branch {
        @Id
        int id;

        String name;

        String phone;

        Branch() {}

        Branch(int id, String name, String phone) {
            this.id = id;
            this.name = name;
            this.phone = phone;
        }
    }
}
