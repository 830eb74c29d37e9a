/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onkey.hibernate.DuplicateEntityException;
import dev.onkey.hibernate.DuplicateKey;
import dev.onkey.hibernate.Outcome;
import dev.onkey.hibernate.TestFactory;
import dev.onkey.hibernate.model.Account;
import dev.onkey.hibernate.model.Country;
import dev.onkey.hibernate.model.Event;
import dev.onkey.hibernate.model.Tenant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.hibernate.JDBCException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Two unique keys, and a row that is hit through the one that is not the natural key. */
class WrongKeyTest {

    private static final String ACCOUNTS =
            "select group_concat(email, phone, coalesce(name, '-'), version) from Account";

    private static TestFactory factory;
    private static Jdbc jdbc;
    private Tenant tenant;

    @BeforeAll
    static void start() {
        factory = TestFactory.of("wrong_key", Tenant.class, Account.class, Event.class, Country.class)
                .build();
        jdbc = new Jdbc(factory.url());
    }

    @AfterAll
    static void stop() {
        factory.close();
    }

    @BeforeEach
    void oneAccount() {
        jdbc.execute("delete from Account");
        jdbc.execute("delete from Country");
        tenant = factory.sessions()
                .fromTransaction(session -> Upserts.in(session).getOrCreate(new Tenant("acme")));
        factory.sessions()
                .inTransaction(session -> Upserts.in(session)
                        .upsert(new Account(tenant, "ada@x.org").phone("1").name("Ada")));
    }

    static Stream<Arguments> everyMethod() {
        BiConsumer<Upserts, Object> getOrCreate = Upserts::getOrCreate;
        BiConsumer<Upserts, Object> insertIfAbsent = Upserts::insertIfAbsent;
        BiConsumer<Upserts, Object> upsert = Upserts::upsert;
        BiConsumer<Upserts, Object> upsertAll = (upserts, candidate) -> upserts.upsertAll(List.of(candidate));
        return Stream.of(
                Arguments.of("getOrCreate", getOrCreate),
                Arguments.of("insertIfAbsent", insertIfAbsent),
                Arguments.of("upsert", upsert),
                Arguments.of("upsertAll", upsertAll));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyMethod")
    @DisplayName(
            "conflict on a *different* unique key: duplicate exception naming that key, never null and never the wrong row")
    void namesTheOtherKeyAndChangesNoRow(String name, BiConsumer<Upserts, Object> method) {
        String before = jdbc.row(ACCOUNTS);

        DuplicateEntityException refused = catchThrowableOfType(
                DuplicateEntityException.class,
                () -> factory.sessions()
                        .inTransaction(session -> method.accept(
                                Upserts.in(session),
                                new Account(tenant, "bob@x.org").phone("1").name("Bob"))));

        assertThat(refused.key().kind()).isEqualTo(DuplicateKey.Kind.UNIQUE);
        assertThat(refused.key().constraint()).isEqualTo("ux_phone");
        assertThat(refused.entityType()).isEqualTo(Account.class);
        assertThat(refused.attributes()).containsExactly("phone");
        assertThat(refused.getSQLException().getErrorCode()).isEqualTo(1062);
        assertThat(jdbc.row(ACCOUNTS)).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyMethod")
    @DisplayName("same primary key, other data: duplicate exception, stored data untouched")
    void namesThePrimaryKeyWhereTheIdIsTaken(String name, BiConsumer<Upserts, Object> method) {
        UUID id = UUID.randomUUID();
        factory.sessions().inTransaction(session -> Upserts.in(session).upsert(new Country(id, "CH", "Switzerland")));

        DuplicateEntityException refused = catchThrowableOfType(
                DuplicateEntityException.class,
                () -> factory.sessions()
                        .inTransaction(
                                session -> method.accept(Upserts.in(session), new Country(id, "LI", "Liechtenstein"))));

        assertThat(refused.key().kind()).isEqualTo(DuplicateKey.Kind.PRIMARY);
        assertThat(refused.attributes()).containsExactly("id");
        assertThat(jdbc.row("select group_concat(code, name) from Country")).isEqualTo("CHSwitzerland");
    }

    @Test
    void refusesAnUpdateThatCollidesWithAnotherKey() {
        factory.sessions()
                .inTransaction(session -> Upserts.in(session)
                        .upsert(new Account(tenant, "bob@x.org").phone("2").name("Bob")));
        String before = jdbc.row(ACCOUNTS);

        DuplicateEntityException refused = catchThrowableOfType(
                DuplicateEntityException.class,
                () -> factory.sessions()
                        .inTransaction(
                                session -> Upserts.in(session).upsert(new Account(tenant, "bob@x.org").phone("1"))));

        assertThat(refused.key().constraint()).isEqualTo("ux_phone");
        assertThat(jdbc.row(ACCOUNTS)).isEqualTo(before);
    }

    @Test
    void leavesTheTransactionUsable() {
        factory.sessions().inTransaction(session -> {
            Upserts upserts = Upserts.in(session);
            catchThrowableOfType(
                    DuplicateEntityException.class,
                    () -> upserts.insertIfAbsent(new Account(tenant, "bob@x.org").phone("1")));

            assertThat(upserts.insertIfAbsent(new Account(tenant, "bob@x.org").phone("3"))
                            .outcome())
                    .isEqualTo(Outcome.CREATED);
        });
        assertThat(jdbc.row("select group_concat(email order by email) from Account"))
                .isEqualTo("ada@x.org,bob@x.org");
    }

    @Test
    void doesNotTakeOtherErrorsForDuplicates() {
        jdbc.execute("create trigger refuse before insert on Country for each row"
                + " set new.name = 9223372036854775807 + (new.id <=> new.id)");
        try {
            Throwable thrown = catchThrowable(() -> factory.sessions()
                    .inTransaction(
                            session -> Upserts.in(session).upsert(new Country(UUID.randomUUID(), "AT", "Austria"))));

            assertThat(thrown).isInstanceOf(JDBCException.class).isNotInstanceOf(DuplicateEntityException.class);
        } finally {
            jdbc.execute("drop trigger refuse");
        }
    }
}
