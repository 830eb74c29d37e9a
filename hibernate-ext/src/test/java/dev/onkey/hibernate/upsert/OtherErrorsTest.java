/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static dev.onkey.hibernate.Outcome.UNCHANGED;
import static dev.onkey.hibernate.Outcome.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onkey.hibernate.DuplicateEntityException;
import dev.onkey.hibernate.Outcome;
import dev.onkey.hibernate.TestFactory;
import dev.onkey.hibernate.Upserted;
import dev.onkey.hibernate.model.Account;
import dev.onkey.hibernate.model.Event;
import dev.onkey.hibernate.model.Tenant;
import java.sql.SQLException;
import java.util.function.Function;
import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors that are no duplicates, and rows whose other keys are taken. */
class OtherErrorsTest {

    private static TestFactory factory;
    private static Jdbc jdbc;
    private static Tenant tenant;

    @BeforeAll
    static void start() {
        factory = TestFactory.of("other_errors", Tenant.class, Account.class, Event.class)
                .build();
        jdbc = new Jdbc(factory.url());
        tenant = factory.sessions()
                .fromTransaction(session -> Upserts.in(session).getOrCreate(new Tenant("acme")));
    }

    @AfterAll
    static void stop() {
        factory.close();
    }

    @BeforeEach
    void twoAccounts() {
        jdbc.execute("delete from Account");
        in(upserts -> upserts.upsert(account("ada").phone("1").name("Ada")));
        in(upserts -> upserts.upsert(account("bob").phone("2").name("Bob")));
    }

    @Test
    @DisplayName("missing required value: NOT NULL error, not a duplicate")
    void aMissingValueIsNoDuplicate() {
        jdbc.execute("alter table Account modify name varchar(255) not null");
        try {
            ConstraintViolationException thrown = refused(upserts -> upserts.getOrCreate(account("new")));

            assertThat(thrown).isNotInstanceOf(DuplicateEntityException.class);
            assertThat(thrown.getErrorCode()).isEqualTo(1048);
        } finally {
            jdbc.execute("alter table Account modify name varchar(255)");
        }
    }

    @Test
    @DisplayName("unknown foreign key: foreign-key error, not a duplicate")
    void anUnknownForeignKeyIsNoDuplicate() {
        ConstraintViolationException thrown = catchThrowableOfType(
                ConstraintViolationException.class,
                () -> factory.sessions()
                        .inTransaction(session -> Upserts.in(session)
                                .getOrCreate(new Account(session.getReference(Tenant.class, 4711L), "new"))));

        assertThat(thrown).isNotInstanceOf(DuplicateEntityException.class);
        assertThat(thrown.getErrorCode()).isEqualTo(1452);
    }

    @Test
    @DisplayName("the database's own error stays the cause")
    void theServersErrorIsTheCause() {
        ConstraintViolationException thrown =
                refused(upserts -> upserts.getOrCreate(account("new").phone("1")));

        assertThat(thrown.getCause()).isInstanceOf(SQLException.class);
        assertThat(((SQLException) thrown.getCause()).getErrorCode()).isEqualTo(1062);
    }

    @Test
    @DisplayName("row hit through another unique key: refused, nothing changed")
    void aRowThatAnotherKeyHitsIsNotTouched() {
        ConstraintViolationException thrown =
                refused(upserts -> upserts.upsert(account("new").phone("1").name("New")));

        assertThat(thrown)
                .isInstanceOfSatisfying(
                        DuplicateEntityException.class,
                        duplicate -> assertThat(duplicate.attributes()).containsExactly("phone"));
        assertThat(rows()).isEqualTo("ada 1 Ada 0,bob 2 Bob 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "3"})
    void aRowThatExistsIsFoundWhateverItsCandidateHasInOtherKeys(String phone) {
        Account got = in(upserts -> upserts.getOrCreate(account("ada").phone(phone)));
        assertThat(got.name).isEqualTo("Ada");
        assertThat(in(upserts -> upserts.insertIfAbsent(account("ada").phone(phone)))
                        .outcome())
                .isEqualTo(UNCHANGED);
        Upserted<Account> named =
                in(upserts -> upserts.upsert(account("ada").phone(phone).name("Lady"), Updating.only("name")));
        assertThat(named.outcome()).isEqualTo(UPDATED);
        assertThat(named.entity().id).isEqualTo(got.id);
        assertThat(rows()).isEqualTo("ada 1 Lady 1,bob 2 Bob 0");
    }

    @Test
    @DisplayName("the update itself collides with a second unique key: exception naming *that* key")
    void anUpdateThatCollidesNamesTheKey() {
        for (String email : new String[] {"ada", "bob"}) {
            String taken = email.equals("ada") ? "2" : "1";
            ConstraintViolationException thrown =
                    refused(upserts -> upserts.upsert(account(email).phone(taken)));

            assertThat(thrown)
                    .isInstanceOfSatisfying(
                            DuplicateEntityException.class,
                            duplicate -> assertThat(duplicate.attributes()).containsExactly("phone"));
        }
        assertThat(rows()).isEqualTo("ada 1 Ada 0,bob 2 Bob 0");
    }

    @Test
    @DisplayName("the caller's transaction is still usable where MySQL's is")
    void theTransactionGoesOn() {
        factory.sessions().inTransaction(session -> {
            Upserts upserts = Upserts.in(session);
            catchThrowableOfType(
                    ConstraintViolationException.class,
                    () -> upserts.upsert(account("eve").phone("1")));

            assertThat(upserts.upsert(account("eve").phone("3")).outcome()).isEqualTo(Outcome.CREATED);
        });
        assertThat(rows()).isEqualTo("ada 1 Ada 0,bob 2 Bob 0,eve 3 - 0");
    }

    private static Account account(String email) {
        return new Account(tenant, email);
    }

    private static String rows() {
        return jdbc.row("select group_concat(concat_ws(' ', email, phone, coalesce(name, '-'), version) order by email)"
                + " from Account");
    }

    private static ConstraintViolationException refused(Function<Upserts, ?> call) {
        return catchThrowableOfType(ConstraintViolationException.class, () -> in(call));
    }

    private static <R> R in(Function<Upserts, R> call) {
        return factory.sessions().fromTransaction(session -> call.apply(Upserts.in(session)));
    }
}
