/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static dev.onkey.hibernate.upsert.Expression.proposed;
import static dev.onkey.hibernate.upsert.Expression.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onkey.hibernate.TestFactory;
import dev.onkey.hibernate.model.Account;
import dev.onkey.hibernate.model.Event;
import dev.onkey.hibernate.model.Tenant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be chosen is refused before any SQL. */
class ImpossibleChoiceTest {

    private static TestFactory factory;
    private static Tenant tenant;

    @BeforeAll
    static void start() {
        factory = TestFactory.of("impossible_choice", Tenant.class, Account.class, Event.class)
                .build();
        tenant = factory.sessions()
                .fromTransaction(session -> Upserts.in(session).getOrCreate(new Tenant("acme")));
    }

    @AfterAll
    static void stop() {
        factory.close();
    }

    static Stream<Arguments> choices() {
        return Stream.of(
                Arguments.of(Updating.only("nam"), "it has no attribute 'nam'"),
                Arguments.of(Updating.except("name", "name"), "'name' is named twice"),
                Arguments.of(Updating.only(new String[0]), "only(…) of no attributes"),
                Arguments.of(Updating.only("id"), "'id' is the identifier"),
                Arguments.of(Updating.only("tenant"), "'tenant' is part of the natural key"),
                Arguments.of(Updating.only("version"), "'version' moves by itself"),
                Arguments.of(Updating.only("origin"), "'origin' is not updatable"),
                Arguments.of(Updating.only("events"), "'events' is a collection"),
                Arguments.of(Updating.only("logins").increment("logins"), "'logins' is both written and given a value"),
                Arguments.of(
                        Updating.except("logins").increment("logins"), "'logins' is both excluded and given a value"),
                Arguments.of(Updating.all().increment("logins").add("logins"), "'logins' is given two values"),
                Arguments.of(Updating.all().increment("name"), "'name' is not a number"),
                Arguments.of(Updating.all().increment("email"), "'email' is part of the natural key"),
                Arguments.of(Updating.all().set("name", stored("title")), "it has no attribute 'title'"),
                Arguments.of(Updating.all().updateIf(proposed("events").isNull()), "'events' is a collection"),
                Arguments.of(
                        Updating.nothing().set("name", stored("phone")).set("phone", stored("name")),
                        "are given values that depend on each other in a circle"));
    }

    @ParameterizedTest
    @MethodSource("choices")
    void refusesIt(Updating<Object> updating, String reason) {
        factory.statements().clear();
        assertThatThrownBy(() -> upsert(updating))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Account cannot be updated as chosen: ")
                .hasMessageContaining(reason);
        assertThat(factory.statements()).isEmpty();
    }

    @Test
    @DisplayName("excluded twice, unknown or contradictory: error")
    void namesAllThatIsWrongInOneMessage() {
        assertThatThrownBy(() -> upsert(Updating.except("name", "name", "nam").increment("phone")))
                .hasMessageContaining("'name' is named twice")
                .hasMessageContaining("it has no attribute 'nam'")
                .hasMessageContaining("'phone' is not a number");
    }

    private static void upsert(Updating<Object> updating) {
        factory.sessions()
                .inTransaction(session -> Upserts.in(session).upsert(new Account(tenant, "a@x.org"), updating));
    }
}
