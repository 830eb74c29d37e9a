/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onkey.hibernate.upsert.Column.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpsertSqlTest {

    private static final ServerSyntax ROW_ALIAS = new ServerSyntax(true, true);
    private static final ServerSyntax VALUES = new ServerSyntax(false, false);

    private static final TableShape ACCOUNT = new TableShape(
            "account",
            "id",
            true,
            List.of(
                    new Column("email", "?", Role.KEY, true),
                    new Column("logins", "?", Role.VALUE, false),
                    new Column("name", "?", Role.VALUE, true),
                    new Column("created", "?", Role.INSERT_ONLY, false),
                    new Column("updated", "?", Role.TOUCH, false),
                    new Column("version", "?", Role.VERSION, false)));

    private static final TableShape COUNTRY = new TableShape(
            "country",
            "id",
            false,
            List.of(
                    new Column("id", "uuid_to_bin(?)", Role.INSERT_ONLY, false),
                    new Column("code", "?", Role.KEY, true),
                    new Column("region", "?", Role.KEY, false)));

    @Test
    void upsertsARowWhoseIdTheServerMakes() {
        assertThat(new UpsertSql(ACCOUNT, ROW_ALIAS).upsert())
                .isEqualTo(
                        "INSERT INTO account (email, logins, name, created, updated, version) VALUES (?, ?, ?, ?, ?, ?)"
                                + " AS proposed ON DUPLICATE KEY UPDATE"
                                + " id = IF(account.email <=> proposed.email,"
                                + " IF(LAST_INSERT_ID(-account.id) = 0, account.id, account.id), (SELECT 1 UNION ALL SELECT 2)),"
                                + " version = IF(account.logins <=> proposed.logins"
                                + " AND CAST(account.name AS BINARY) <=> CAST(proposed.name AS BINARY),"
                                + " account.version, account.version + 1),"
                                + " updated = IF(account.logins <=> proposed.logins"
                                + " AND CAST(account.name AS BINARY) <=> CAST(proposed.name AS BINARY),"
                                + " account.updated, proposed.updated),"
                                + " logins = proposed.logins, name = proposed.name");
    }

    @Test
    void namesTheProposedRowAsOlderServersWantIt() {
        assertThat(new UpsertSql(ACCOUNT, VALUES).insertIfAbsent())
                .isEqualTo(
                        "INSERT INTO account (email, logins, name, created, updated, version) VALUES (?, ?, ?, ?, ?, ?)"
                                + " ON DUPLICATE KEY UPDATE id = IF(account.email <=> VALUES(email),"
                                + " IF(LAST_INSERT_ID(-account.id) = 0, account.id, account.id), (SELECT 1 UNION ALL SELECT 2))");
    }

    @Test
    void reportsThroughTheKeyWhereTheIdIsAssigned() {
        assertThat(new UpsertSql(COUNTRY, VALUES).upsert())
                .isEqualTo("INSERT INTO country (id, code, region)"
                        + " VALUES (uuid_to_bin(?), IF(LAST_INSERT_ID(2) = 0, NULL, ?), ?)"
                        + " ON DUPLICATE KEY UPDATE"
                        + " code = IF(country.code <=> VALUES(code) AND country.region <=> VALUES(region),"
                        + " IF(LAST_INSERT_ID(1) = 0, country.code, country.code), (SELECT 1 UNION ALL SELECT 2))");
    }

    @Test
    void insertsPlainlyToNameTheKeyThatIsInTheWay() {
        assertThat(new UpsertSql(COUNTRY, ROW_ALIAS).insert())
                .isEqualTo("INSERT INTO country (id, code, region) VALUES (uuid_to_bin(?), ?, ?)");
    }

    @Test
    void readsTheIdByTheNaturalKey() {
        assertThat(new UpsertSql(COUNTRY, ROW_ALIAS).selectId())
                .isEqualTo("SELECT id FROM country WHERE code = ? AND region = ? LOCK IN SHARE MODE");
    }

    @Test
    void givesTheProposedRowANameThatIsNotTheTables() {
        TableShape proposed = new TableShape("Proposed", "id", true, List.of(new Column("k", "?", Role.KEY, true)));

        assertThat(new UpsertSql(proposed, ROW_ALIAS).insertIfAbsent())
                .contains("AS proposed_row ON DUPLICATE KEY UPDATE id = IF(Proposed.k <=> proposed_row.k");
    }
}
