/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onkey.hibernate.DuplicateKey.Kind;
import dev.onkey.hibernate.NaturalKey;
import dev.onkey.hibernate.TestFactory;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.hibernate.annotations.NaturalId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalog says what the server has. */
class KeyReaderTest {

    private static final Pattern HASHED = Pattern.compile("UK[a-z0-9]{20,}+");
    private static final Class<?>[] ENTITIES = {
        Tenant.class,
        Inline.class,
        Named.class,
        Unnamed.class,
        Crowded.class,
        ByNaturalId.class,
        ByNaturalKey.class,
        Declared.class,
        Person.class,
        Employee.class,
        Cat.class,
        Dog.class,
        Plane.class,
        Jet.class,
        Line.class,
        Passport.class,
        Visa.class,
        Quoted.class,
        Tagged.class,
        Split.class
    };

    @ParameterizedTest
    @ValueSource(strings = {"create-only", "create", "update"})
    void knowsTheNamesOnTheServer(String hbm2ddl) throws SQLException {
        try (TestFactory factory = TestFactory.of("dup_key_names", ENTITIES)
                .set("hibernate.hbm2ddl.auto", hbm2ddl)
                // or "update" takes another database's tables for this one's where the driver cannot tell
                .set("hibernate.default_catalog", "dup_key_names")
                // "create" first drops the keys of tables that are not there
                .set("hibernate.hbm2ddl.halt_on_error", !hbm2ddl.equals("create"))
                .build()) {
            Map<String, List<String>> missing = uniqueIndexes(factory.url());
            KeyCatalogs.of(factory.sessions()).keys().forEach(key -> {
                String name = key.table() + " " + key.index();
                assertThat(key.schema()).isEqualTo("dup_key_names");
                List<String> columns = missing.remove(name);
                assertThat(columns).as(name).isNotNull();
                if (key.duplicate().kind() == Kind.PRIMARY) {
                    // Hibernate reorders primary keys after the catalog was read
                    assertThat(key.duplicate().columns()).as(name).containsExactlyInAnyOrderElementsOf(columns);
                } else {
                    assertThat(key.duplicate().columns()).as(name).isEqualTo(columns);
                }
            });
            assertThat(missing).isEmpty();
        }
    }

    @Test
    void namesEntityAndAttributes() {
        try (TestFactory factory = TestFactory.of("dup_key_paths", ENTITIES).build()) {
            KeyCatalog catalog = KeyCatalogs.of(factory.sessions());
            assertThat(keys(catalog))
                    .contains(
                            key(Kind.PRIMARY, "Inline", "PRIMARY", "id"),
                            key(Kind.UNIQUE, "Inline", "UK*", "email"),
                            key(Kind.UNIQUE, "Inline", "UK*", "tenant"),
                            key(Kind.UNIQUE, "Inline", "UK*", "twin"),
                            key(Kind.UNIQUE, "Named", "ux_named", "tenant", "address.zip"),
                            key(Kind.UNIQUE, "Named", "ix_named", "code"),
                            key(Kind.UNIQUE, "Unnamed", "UK*", "code", "email"),
                            key(
                                    Kind.NATURAL,
                                    "ByNaturalKey",
                                    "UK_by_natural_key_tenant_id_zip",
                                    "tenant",
                                    "address.zip"),
                            key(Kind.NATURAL, "Declared", "ux_declared", "email", "code"),
                            key(Kind.NATURAL, "Person", "UK*", "badge"),
                            key(Kind.PRIMARY, "Cat", "PRIMARY", "id"),
                            key(Kind.UNIQUE, "Cat", "ux_cat", "purr"),
                            key(Kind.PRIMARY, "Line", "PRIMARY", "order", "position"),
                            key(Kind.PRIMARY, "Passport", "PRIMARY", "id.country", "id.number"),
                            key(Kind.UNIQUE, "Visa", "ux_visa", "passport"),
                            key(Kind.UNIQUE, "Visa", "ux_visa_half"),
                            key(Kind.UNIQUE, "Quoted", "the key", "blank"),
                            key(Kind.NATURAL, "Jet", "UK_Jet_sign", "sign"),
                            key(Kind.NATURAL, "Plane", "UK_Plane_sign", "sign"),
                            key(Kind.PRIMARY, "Split", "PRIMARY", "id"),
                            key(Kind.PRIMARY, "Tagged.tags", "PRIMARY", "id", "tags"),
                            key(Kind.PRIMARY, "Tagged.queue", "PRIMARY", "id", "index(queue)"),
                            key(Kind.PRIMARY, "Tagged.phones", "PRIMARY", "id", "key(phones)"),
                            key(Kind.UNIQUE, "Tagged.phones", "ux_phones", "phones.area", "phones.number"),
                            key(Kind.PRIMARY, "Tagged.tenants", "PRIMARY", "id", "tenants"),
                            key(Kind.UNIQUE, "Employee", "UK*", "desk"),
                            key(Kind.UNIQUE, "Tagged.address.aliases", "ux_aliases", "code", "address.aliases"));
            // one line of Hibernate makes it the primary key
            assertThat(keys(catalog)).anyMatch(each -> each.matches("\\w+ Tagged.lines \\S+ \\[lines]"));
            assertThat(catalog.keys())
                    .extracting(MappedKey::duplicate)
                    .filteredOn(each -> each.kind() == Kind.NATURAL && each.entityType() == ByNaturalId.class)
                    .isNotEmpty()
                    .allSatisfy(each -> assertThat(each.attributes()).containsExactlyInAnyOrder("tenant", "email"));
        }
    }

    @Test
    void knowsTheNaturalKeys() {
        try (TestFactory factory = TestFactory.of("dup_natural_keys", ENTITIES).build()) {
            KeyCatalog catalog = KeyCatalogs.of(factory.sessions());
            assertThat(catalog.entity(ByNaturalKey.class.getName()).naturalKey())
                    .containsExactly("tenant", "address.zip");
            assertThat(catalog.entity(ByNaturalId.class.getName()).naturalKey())
                    .containsExactlyInAnyOrder("tenant", "email");
            assertThat(catalog.entity(Declared.class.getName()).naturalKey()).containsExactly("code", "email");
            assertThat(catalog.entity(Jet.class.getName()).naturalKey()).containsExactly("sign");
            assertThat(catalog.entity(Employee.class.getName()).naturalKey()).containsExactly("badge");
            assertThat(catalog.entity(Inline.class.getName()).naturalKey()).isEmpty();
            assertThat(catalog.entity("no.such.Entity").naturalKey()).isEmpty();
        }
    }

    private static Set<String> keys(KeyCatalog catalog) {
        Set<String> keys = new TreeSet<>();
        catalog.keys().stream().map(MappedKey::duplicate).forEach(each -> {
            if (each.entityType() != null) {
                String entity = each.entityType().getSimpleName();
                keys.add(key(
                        each.kind(),
                        each.collection() == null ? entity : entity + "." + each.collection(),
                        HASHED.matcher(each.constraint()).replaceAll("UK*"),
                        each.attributes().toArray(String[]::new)));
            }
        });
        return keys;
    }

    private static String key(Kind kind, String entity, String index, String... attributes) {
        return kind + " " + entity + " " + index + " " + List.of(attributes);
    }

    private static Map<String, List<String>> uniqueIndexes(String url) throws SQLException {
        Map<String, List<String>> found = new LinkedHashMap<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select table_name, index_name, column_name"
                        + " from information_schema.statistics where table_schema = database() and non_unique = 0"
                        + " order by table_name, index_name, seq_in_index")) {
            while (rows.next()) {
                List<String> columns =
                        found.computeIfAbsent(rows.getString(1) + " " + rows.getString(2), name -> new ArrayList<>());
                if (rows.getString(3) == null) {
                    columns.clear();
                } else {
                    columns.add(rows.getString(3));
                }
            }
        }
        return found;
    }

    @Embeddable
    static class Address {
        String street;
        String zip;
    }

    @Entity(name = "Tenant")
    static class Tenant {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;
    }

    @Entity(name = "Inline")
    static class Inline {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(unique = true)
        String email;

        @ManyToOne
        @JoinColumn(unique = true)
        Tenant tenant;

        @OneToOne
        Tenant twin;
    }

    @Entity(name = "Named")
    @Table(
            uniqueConstraints =
                    @UniqueConstraint(
                            name = "ux_named",
                            columnNames = {"tenant_id", "zip"}),
            indexes = @Index(name = "ix_named", columnList = "code", unique = true))
    static class Named {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @ManyToOne
        Tenant tenant;

        @Column(name = "tenant_id", insertable = false, updatable = false)
        Long tenantId;

        @Embedded
        Address address;

        String code;
    }

    @Entity(name = "Unnamed")
    @Table(uniqueConstraints = @UniqueConstraint(columnNames = {"code", "email"}))
    static class Unnamed {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        String email;
        String code;
    }

    @Entity(name = "Crowded")
    @Table(uniqueConstraints = @UniqueConstraint(columnNames = {"code", "email"}))
    static class Crowded {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        String email;

        @Column(unique = true)
        String code;
    }

    @Entity(name = "ByNaturalId")
    @Table(name = "by_natural_id")
    static class ByNaturalId {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @NaturalId
        @ManyToOne
        Tenant tenant;

        @NaturalId
        String email;
    }

    @Entity(name = "ByNaturalKey")
    @Table(name = "by_natural_key")
    @NaturalKey({"tenant", "address.zip"})
    static class ByNaturalKey {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Embedded
        Address address;

        @ManyToOne
        Tenant tenant;
    }

    @Entity(name = "Declared")
    @Table(
            uniqueConstraints =
                    @UniqueConstraint(
                            name = "ux_declared",
                            columnNames = {"email", "code"}))
    @NaturalKey({"code", "email"})
    static class Declared {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        String email;
        String code;
    }

    @Entity(name = "Person")
    @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
    @DiscriminatorColumn(name = "kind")
    @NaturalKey("badge")
    static class Person {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(unique = true)
        String badge;
    }

    @Entity(name = "Employee")
    static class Employee extends Person {
        @Column(unique = true)
        String desk;
    }

    @Entity(name = "Cat")
    @Inheritance(strategy = InheritanceType.JOINED)
    @Table(uniqueConstraints = @UniqueConstraint(name = "ux_cat", columnNames = "purr"))
    static class Cat {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        String purr;
    }

    @Entity(name = "Dog")
    static class Dog extends Cat {
        @Column(unique = true)
        String bark;
    }

    @MappedSuperclass
    @NaturalKey("sign")
    abstract static class Flying {
        String sign;
    }

    @Entity(name = "Plane")
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    static class Plane extends Flying {
        @Id
        Long id;
    }

    @Entity(name = "Jet")
    static class Jet extends Plane {
        @Column(unique = true)
        String engine;
    }

    static class LineId implements Serializable {
        private static final long serialVersionUID = 1L;
        Long order;
        int position;

        @Override
        public boolean equals(Object other) {
            return other instanceof LineId line && line.order.equals(order) && line.position == position;
        }

        @Override
        public int hashCode() {
            return position;
        }
    }

    @Entity(name = "Line")
    @IdClass(LineId.class)
    static class Line {
        @Id
        @ManyToOne
        Tenant order;

        @Id
        int position;
    }

    @Embeddable
    static class PassportId implements Serializable {
        private static final long serialVersionUID = 1L;
        String country;

        @Column(name = "no")
        String number;

        @Override
        public boolean equals(Object other) {
            return other instanceof PassportId id && id.country.equals(country) && id.number.equals(number);
        }

        @Override
        public int hashCode() {
            return number.hashCode();
        }
    }

    @Entity(name = "Passport")
    static class Passport {
        @EmbeddedId
        PassportId id;
    }

    @Entity(name = "Visa")
    @Table(
            uniqueConstraints = {
                @UniqueConstraint(
                        name = "ux_visa",
                        columnNames = {"passport_country", "passport_no"}),
                @UniqueConstraint(
                        name = "ux_visa_half",
                        columnNames = {"passport_no", "stamp"})
            })
    static class Visa {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @ManyToOne
        Passport passport;

        String stamp;
    }

    @Entity(name = "Quoted")
    @Table(
            name = "`a quoted.table`",
            uniqueConstraints = @UniqueConstraint(name = "`the key`", columnNames = "`blank name`"))
    @NaturalKey({"sun", "moon"})
    static class Quoted {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(name = "`blank name`")
        String blank;

        String sun;

        @Column(name = "`m o o n`")
        String moon;
    }

    @Entity(name = "Tagged")
    static class Tagged {
        @Id
        Long id;

        @Column(unique = true)
        String code;

        @ElementCollection
        @Column(nullable = false)
        Set<String> tags;

        @ElementCollection
        @OrderColumn
        List<String> queue;

        @ElementCollection
        @CollectionTable(
                name = "phones",
                uniqueConstraints =
                        @UniqueConstraint(
                                name = "ux_phones",
                                columnNames = {"area", "number"}))
        @MapKeyColumn(name = "label")
        Map<String, Phone> phones;

        @ManyToMany
        Set<Tenant> tenants;

        @OneToMany
        Set<Visa> lines;

        @Embedded
        Labels address;
    }

    @Embeddable
    static class Phone {
        String area;
        String number;
    }

    @Embeddable
    static class Labels {
        @ElementCollection
        @CollectionTable(
                name = "aliases",
                joinColumns = @JoinColumn(name = "owner", referencedColumnName = "code"),
                uniqueConstraints =
                        @UniqueConstraint(
                                name = "ux_aliases",
                                columnNames = {"owner", "alias"}))
        @Column(name = "alias")
        List<String> aliases;
    }

    @Entity(name = "Split")
    @SecondaryTable(name = "split_more")
    static class Split {
        @Id
        Long id;

        @Column(table = "split_more", unique = true)
        String more;
    }
}
