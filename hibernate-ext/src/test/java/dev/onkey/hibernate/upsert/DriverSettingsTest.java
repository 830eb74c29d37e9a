/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static dev.onkey.hibernate.Outcome.CREATED;
import static dev.onkey.hibernate.Outcome.UNCHANGED;
import static dev.onkey.hibernate.Outcome.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onkey.hibernate.TestFactory;
import dev.onkey.hibernate.UpsertedRow;
import dev.onkey.hibernate.model.Country;
import dev.onkey.hibernate.model.Event;
import dev.onkey.hibernate.model.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The outcome and the id are true under every setting of the driver that changes counts or keys, and with triggers. */
class DriverSettingsTest {

    private static final List<String> SETTINGS = List.of(
            "useAffectedRows",
            "compensateOnDuplicateKeyUpdateCounts",
            "rewriteBatchedStatements",
            "useServerPrepStmts");

    private static String plain;
    private static String triggered;

    static Stream<Arguments> everyCombination() {
        List<Arguments> combinations = new ArrayList<>();
        for (int bits = 0; bits < 1 << SETTINGS.size(); bits++) {
            StringBuilder url = new StringBuilder();
            for (int i = 0; i < SETTINGS.size(); i++) {
                url.append(i == 0 ? "" : "&")
                        .append(SETTINGS.get(i))
                        .append('=')
                        .append((bits >> i & 1) == 1);
            }
            combinations.add(Arguments.of(url.toString(), false));
            combinations.add(Arguments.of(url.toString(), true));
        }
        return combinations.stream();
    }

    @BeforeAll
    static void createSchemas() {
        plain = schema("driver_settings");
        triggered = schema("driver_settings_triggers");
        Jdbc jdbc = new Jdbc(triggered);
        jdbc.execute("create trigger t1 before update on Tenant for each row set @seen = 1");
        jdbc.execute("create trigger t2 after update on Event for each row set @seen = 1");
        jdbc.execute("create trigger t3 before update on Country for each row set @seen = 1");
    }

    @ParameterizedTest(name = "{0}, triggers {1}")
    @MethodSource("everyCombination")
    @DisplayName("CREATED / UPDATED / UNCHANGED right under every driver setting")
    void outcomesAndIdsAreTrue(String url, boolean triggers) {
        String database = triggers ? triggered : plain;
        for (String table : List.of("Tenant", "Event", "Country")) {
            new Jdbc(database).execute("truncate table " + table);
        }
        try (TestFactory factory = entities(database)
                .url(url)
                .set("hibernate.hbm2ddl.auto", "none")
                .on(database)) {
            // so that the last generated key is never the right answer by chance
            write(factory, tenant("other", null));
            UUID id = UUID.randomUUID();

            assertThat(write(factory, tenant("acme", "a"))).isEqualTo(new UpsertedRow(2L, CREATED));
            assertThat(write(factory, tenant("acme", "b"))).isEqualTo(new UpsertedRow(2L, UPDATED));
            assertThat(write(factory, tenant("acme", "b"))).isEqualTo(new UpsertedRow(2L, UNCHANGED));

            assertThat(write(factory, new Event("r", "a"))).isEqualTo(new UpsertedRow("r", CREATED));
            assertThat(write(factory, new Event("r", "b"))).isEqualTo(new UpsertedRow("r", UPDATED));
            assertThat(write(factory, new Event("r", "b"))).isEqualTo(new UpsertedRow("r", UNCHANGED));

            assertThat(write(factory, new Country(id, "CH", "a"))).isEqualTo(new UpsertedRow(id, CREATED));
            assertThat(write(factory, country("b"))).isEqualTo(new UpsertedRow(id, UPDATED));
            assertThat(write(factory, country("b"))).isEqualTo(new UpsertedRow(id, UNCHANGED));
        }
    }

    private static String schema(String database) {
        try (TestFactory factory = entities(database).build()) {
            return factory.url();
        }
    }

    private static TestFactory.Builder entities(String database) {
        return TestFactory.of(database, Tenant.class, Event.class, Country.class);
    }

    private static Tenant tenant(String code, String title) {
        Tenant tenant = new Tenant(code);
        tenant.title = title;
        return tenant;
    }

    private static Country country(String name) {
        return new Country(UUID.randomUUID(), "CH", name);
    }

    private static UpsertedRow write(TestFactory factory, Object candidate) {
        return factory.sessions()
                .fromTransaction(session ->
                        Upserts.in(session).upsertAll(List.of(candidate)).get(0));
    }
}
