/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.onkey.hibernate.DuplicateEntityException;
import dev.onkey.hibernate.DuplicateKey;
import dev.onkey.hibernate.DuplicateKey.Kind;
import dev.onkey.hibernate.OnkeySettings;
import dev.onkey.hibernate.TestFactory;
import dev.onkey.samples.mysql.MySqlServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Unique keys that migrations have made, and the mapping does not know. */
class IndexLookupTest {

    private final String url = MySqlServer.shared().freshDatabase("dup_lookup");
    private CountedConnections connections = new CountedConnections(url, 40);
    private TestFactory factory;

    @BeforeEach
    void start() throws SQLException {
        execute(
                "create table parcel (id int primary key, sender varchar(40), code varchar(40), note varchar(40),"
                        + " label varchar(40), place int, depot varchar(40) default 'north', unique migrated (code, sender),"
                        + " unique `the note's` (note), unique by_depot (depot, place), unique beginning (label(3)),"
                        + " unique also_the_beginning (code(39), sender(2)))",
                "create table audit (note varchar(40), unique audited (note))",
                "insert into parcel (id, sender, code, note, label, place) values (1, 'ann', 'abcd', 'stored', 'label', 7)");
        build(true);
    }

    @AfterEach
    void stop() {
        factory.close();
    }

    @Test
    void theNaturalKeyUnderAnotherName() throws SQLException {
        execute("drop index also_the_beginning on parcel");
        DuplicateKey key = duplicate(new Parcel(2, "ann", "abcd")).key();
        assertThat(key.constraint()).isEqualTo("migrated");
        assertThat(key.kind()).isEqualTo(Kind.NATURAL);
        assertThat(key.attributes()).containsExactly("code", "sender");
    }

    @Test
    void theBeginningOfTheNaturalKeyIsNotTheNaturalKey() {
        DuplicateKey key = duplicate(new Parcel(2, "ansgar", "abcd")).key();
        assertThat(key.constraint()).isEqualTo("also_the_beginning");
        assertThat(key.kind()).isEqualTo(Kind.UNIQUE);
        assertThat(key.attributes()).containsExactly("code", "sender");
    }

    @Test
    void columnsBecomeAttributes() {
        DuplicateEntityException duplicate = duplicate(new Parcel(2, "bob", "b").note("stored"));
        assertThat(duplicate.key()).isEqualTo(unique("the note's", List.of("note"), "note"));
        assertThat(duplicate).hasMessage("Parcel already exists: note (unique key 'the note's' of table 'parcel')");
        assertThat(((Parcel) duplicate.entity()).id).isEqualTo(2);
        assertThat(duplicate(new Parcel(2, "bob", "b").label("labour")).key())
                .isEqualTo(unique("beginning", List.of("label"), "label"));
    }

    @Test
    void aColumnWithoutAttributeLeavesTheAttributesUnknown() {
        assertThat(duplicate(new Parcel(2, "bob", "b").place(7)).key())
                .isEqualTo(unique("by_depot", List.of("depot", "place")));
    }

    @Test
    void anExpressionLeavesTheColumnsUnknown() throws SQLException {
        String version = MySqlServer.shared().version();
        assumeTrue(!version.contains("MariaDB") && !version.startsWith("5.") && !version.startsWith("8.0.0"), version);
        execute("create unique index functional on parcel ((lower(note)))", "drop index `the note's` on parcel");
        assertThat(duplicate(new Parcel(2, "bob", "b").note("STORED")).key())
                .isEqualTo(unique("functional", List.of()));
    }

    @Test
    void aNameIsAskedForOnceAndNeverOnTheFailedConnection() throws SQLException {
        for (int i = 0; i < 3; i++) {
            assertThat(duplicate(new Parcel(2, "bob", "b").note("stored")).entityType())
                    .isEqualTo(Parcel.class);
        }
        assertThat(connections.lent).as("three sessions and one look-up").hasValue(4);
        execute("drop index `the note's` on parcel", "create unique index later on parcel (note)");
        assertThat(duplicate(new Parcel(2, "bob", "b").note("stored")).key().constraint())
                .isEqualTo("later");
        assertThat(connections.lent).hasValue(6);
    }

    @Test
    void noConnectionIsTakenForAKnownKeyOrWithoutTheSetting() {
        assertThat(duplicate(new Parcel(1, "bob", "b")).key().kind()).isEqualTo(Kind.PRIMARY);
        assertThat(connections.lent).hasValue(1);
        factory.close();
        build(false);
        DuplicateEntityException duplicate = duplicate(new Parcel(2, "bob", "b").note("stored"));
        assertThat(duplicate.key().kind()).isEqualTo(Kind.UNMAPPED);
        assertThat(duplicate.key().constraint()).endsWith("the note's");
        assertThat(connections.lent).hasValue(1);
    }

    @Test
    void anExhaustedPoolCostsAMomentAndTheNextOneKnows() throws InterruptedException {
        factory.close();
        connections = new CountedConnections(url, 1);
        build(true);
        Instant start = Instant.now();
        assertThat(duplicate(new Parcel(2, "bob", "b").note("stored")).key().kind())
                .isEqualTo(Kind.UNMAPPED);
        assertThat(Duration.between(start, Instant.now())).isBetween(Duration.ofMillis(900), Duration.ofSeconds(10));
        // the late answer is on its way, and nothing tells when it has come
        Thread.sleep(1_000);
        assertThat(duplicate(new Parcel(2, "bob", "b").note("stored")).key().kind())
                .isEqualTo(Kind.UNIQUE);
    }

    @Test
    void aFailureIsNotRepeatedForEveryDuplicate() throws Exception {
        try (Session open = factory.sessions().openSession()) {
            open.beginTransaction();
            open.createNativeQuery("select 1", Object.class).getSingleResult();
            connections.broken = true;
            int before = connections.lent.get();
            for (int i = 0; i < 2; i++) {
                Throwable thrown = catchThrowable(
                        () -> open.createNativeMutationQuery("insert into parcel (id, note) values (2, 'stored')")
                                .executeUpdate());
                assertThat(DuplicateEntityException.findIn(thrown)
                                .orElseThrow()
                                .key()
                                .kind())
                        .isEqualTo(Kind.UNMAPPED);
            }
            assertThat(connections.lent).hasValue(before + 1);
            open.getTransaction().rollback();
        }
    }

    @Test
    void manyAtOnceAskOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<DuplicateEntityException>> all = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                int id = 10 + i;
                all.add(threads.submit(() -> duplicate(new Parcel(id, "bob", "b" + id).note("stored"))));
            }
            for (Future<DuplicateEntityException> each : all) {
                assertThat(each.get().attributes()).containsExactly("note");
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(connections.lent).hasValue(17);
    }

    @Test
    void aTableThatIsNotMappedKeepsTheRawName() throws SQLException {
        execute(
                "insert into audit values ('audited')",
                "create trigger audit_parcel before insert on parcel for each row insert into audit values (new.note)");
        DuplicateKey key = duplicate(new Parcel(2, "bob", "b").note("audited")).key();
        assertThat(key).isIn(DuplicateKey.unmapped("audit.audited"), DuplicateKey.unmapped("audited"));
    }

    @Test
    void theThreadEndsWithTheFactory() throws InterruptedException {
        duplicate(new Parcel(2, "bob", "b").note("stored"));
        assertThat(lookupThreads()).isNotEmpty();
        factory.close();
        for (Thread each : lookupThreads()) {
            each.join(5_000);
        }
        assertThat(lookupThreads()).isEmpty();
    }

    private static List<Thread> lookupThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(each -> each.getName().equals("onkey-index-lookup"))
                .toList();
    }

    private DuplicateEntityException duplicate(Parcel parcel) {
        try (Session session = factory.sessions().openSession()) {
            session.beginTransaction();
            session.persist(parcel);
            Throwable thrown = catchThrowable(session::flush);
            session.getTransaction().rollback();
            return DuplicateEntityException.findIn(thrown).orElseThrow();
        }
    }

    private static DuplicateKey unique(String index, List<String> columns, String... attributes) {
        return new DuplicateKey(Kind.UNIQUE, index, "parcel", columns, Parcel.class, null, List.of(attributes));
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private void build(boolean lookup) {
        factory = TestFactory.of("", Parcel.class)
                .set("hibernate.hbm2ddl.auto", "none")
                .set("hibernate.connection.provider_class", connections)
                .set(OnkeySettings.INDEX_LOOKUP, lookup)
                .on(url);
        connections.lent.set(0);
    }
}
