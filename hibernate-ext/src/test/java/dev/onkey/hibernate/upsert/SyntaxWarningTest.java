/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onkey.hibernate.TestFactory;
import dev.onkey.hibernate.model.Account;
import dev.onkey.hibernate.model.Event;
import dev.onkey.hibernate.model.Tenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SyntaxWarningTest {

    @Test
    @DisplayName("old and new syntax, no warning 1287 where it can be avoided")
    void theServerHasNothingToRemark() {
        try (TestFactory factory = TestFactory.of("warnings", Tenant.class, Account.class, Event.class)
                .build()) {
            factory.sessions().inTransaction(session -> {
                Tenant tenant = Upserts.in(session).getOrCreate(new Tenant("acme"));
                session.flush();

                for (int i = 0; i < 2; i++) {
                    Upserts.in(session).upsertAll(List.of(new Account(tenant, "a@x.org").name("n" + i)));
                    assertThat(warnings(session)).isEmpty();
                    Upserts.in(session).insertIfAbsent(new Event("e", null));
                    assertThat(warnings(session)).isEmpty();
                }
            });
        }
    }

    private static List<String> warnings(Session session) {
        return session.doReturningWork(connection -> {
            try (Statement statement = connection.createStatement()) {
                return read(statement.executeQuery("show warnings"));
            }
        });
    }

    private static List<String> read(ResultSet result) throws SQLException {
        List<String> warnings = new ArrayList<>();
        while (result.next()) {
            warnings.add(result.getString(1) + " " + result.getString(2) + " " + result.getString(3));
        }
        return warnings;
    }
}
