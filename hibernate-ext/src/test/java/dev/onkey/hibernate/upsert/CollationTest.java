/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static dev.onkey.hibernate.Outcome.UNCHANGED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onkey.hibernate.TestFactory;
import dev.onkey.hibernate.Upserted;
import dev.onkey.hibernate.model.Country;
import dev.onkey.hibernate.model.Event;
import dev.onkey.hibernate.model.Tenant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollationTest {

    private static TestFactory factory;
    private static Jdbc jdbc;

    @BeforeAll
    static void start() {
        factory = TestFactory.of("collation", Tenant.class, Country.class, Event.class)
                .build();
        jdbc = new Jdbc(factory.url());
        for (String column : List.of("Tenant modify code", "Country modify code", "Event modify reference")) {
            jdbc.execute(
                    "alter table " + column + " varchar(40) character set utf8mb4 collate utf8mb4_general_ci not null");
        }
    }

    @AfterAll
    static void stop() {
        factory.close();
    }

    @ParameterizedTest
    @DisplayName("case-, accent-, blank-insensitive collations: `Test` and `test` are one row")
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"Test,test", "Zoë,zoe", "blank,blank  ", "Straße,STRASE"})
    void whatTheServerCallsEqualIsOneRow(String first, String second) {
        factory.sessions().inTransaction(session -> {
            Upserts upserts = Upserts.in(session);

            Tenant tenant = upserts.getOrCreate(new Tenant(first));
            assertThat(upserts.getOrCreate(new Tenant(second))).isSameAs(tenant);
            assertThat(upserts.insertIfAbsent(new Tenant(second)).id()).isEqualTo(tenant.id);
            assertThat(upserts.upsert(new Tenant(second)).entity().code).isEqualTo(first);

            Country country = upserts.getOrCreate(new Country(UUID.randomUUID(), first, "n"));
            assertThat(upserts.getOrCreate(new Country(UUID.randomUUID(), second, "n")))
                    .isSameAs(country);
            assertThat(upserts.insertIfAbsent(new Country(UUID.randomUUID(), second, "n"))
                            .id())
                    .isEqualTo(country.id);
        });
    }

    @ParameterizedTest
    @CsvSource({"Id,ID", "é,e"})
    void anIdentifierThatTheServerCallsEqualIsTheStoredOne(String first, String second) {
        factory.sessions().inTransaction(session -> Upserts.in(session).upsert(new Event(first, "p")));

        factory.sessions().inTransaction(session -> {
            Upserted<Event> again = Upserts.in(session).upsert(new Event(second, "p"));
            assertThat(again.outcome()).isEqualTo(UNCHANGED);
            assertThat(again.entity().reference).isEqualTo(first);
            assertThat(Upserts.in(session).getOrCreate(new Event(second, "p"))).isSameAs(again.entity());
            assertThat(Upserts.in(session)
                            .insertIfAbsent(new Event(second, "q"))
                            .outcome())
                    .isEqualTo(UNCHANGED);
        });
        assertThat(jdbc.row("select group_concat(reference) from Event where reference = '" + second + "'"))
                .isEqualTo(first);
    }
}
