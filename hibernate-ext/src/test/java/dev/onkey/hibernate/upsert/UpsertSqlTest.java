/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onkey.hibernate.row.Column;
import dev.onkey.hibernate.row.Column.Kind;
import dev.onkey.hibernate.row.Column.Role;
import dev.onkey.hibernate.row.TableShape;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UpsertSqlTest {

    private static final ServerSyntax ROW_ALIAS = new ServerSyntax(true, true, true);
    private static final ServerSyntax VALUES = new ServerSyntax(false, false, true);
    private static final ServerSyntax STRANGER = new ServerSyntax(false, false, false);

    private static final Column NAME = column("name", Kind.TEXT, Role.VALUE);

    private static final TableShape ACCOUNT = new TableShape(
            "account",
            List.of("id"),
            true,
            List.of(
                    column("email", Kind.TEXT, Role.KEY),
                    column("logins", Kind.NUMBER, Role.VALUE),
                    NAME,
                    column("created", Kind.ORDERED, Role.INSERT_ONLY),
                    column("updated", Kind.ORDERED, Role.TOUCH),
                    column("version", Kind.NUMBER, Role.VERSION)));

    private static final TableShape COUNTRY = new TableShape(
            "country",
            List.of("id"),
            false,
            List.of(
                    new Column("id", "id", "uuid_to_bin(?)", true, Kind.ORDERED, Role.INSERT_ONLY),
                    column("code", Kind.TEXT, Role.KEY),
                    new Column("kind", "{discriminator}", "'C'", false, Kind.ORDERED, Role.GUARD),
                    NAME));

    private static final TableShape PLAIN =
            new TableShape("t", List.of("id"), true, List.of(column("k", Kind.TEXT, Role.KEY), NAME));

    @Test
    void upsertsWithOneGuardedAssignmentWhereNothingDependsOnTheChange() {
        assertThat(upsert(PLAIN, ROW_ALIAS, UpdateChoice.ALL))
                .isEqualTo("INSERT INTO t (k, name) VALUES (?,?) AS proposed ON DUPLICATE KEY UPDATE"
                        + " id = IF(t.k <=> proposed.k, IF(LAST_INSERT_ID(-t.id) = 0, t.id, t.id), 9223372036854775807 + (t.id <=> t.id)),"
                        + " name = proposed.name");
    }

    @Test
    void worksOutOnceWhetherTheRowChangesWhereVersionAndTimestampsDependOnIt() {
        assertThat(upsert(ACCOUNT, ROW_ALIAS, UpdateChoice.ALL))
                .isEqualTo("INSERT INTO account (email, logins, name, created, updated, version) VALUES (?,?,?,?,?,?)"
                        + " AS proposed ON DUPLICATE KEY UPDATE"
                        + " id = IF(account.email <=> proposed.email,"
                        + " IF(LAST_INSERT_ID(IF(NOT (account.logins <=> proposed.logins"
                        + " AND CAST(account.name AS BINARY) <=> CAST(proposed.name AS BINARY)), 1, 3)) = 0,"
                        + " account.id, account.id), 9223372036854775807 + (account.id <=> account.id)),"
                        + " logins = proposed.logins, name = proposed.name,"
                        + " version = IF(LAST_INSERT_ID() IN (1, 5), account.version + 1, account.version),"
                        + " updated = IF(LAST_INSERT_ID() IN (1, 5), proposed.updated, account.updated),"
                        + " id = IF(LAST_INSERT_ID(-account.id) = 0, account.id, account.id)");
    }

    @Test
    void namesTheProposedRowAsOlderServersWantIt() {
        assertThat(new UpsertSql(ACCOUNT, VALUES, Separate.NONE)
                        .insertIfAbsent()
                        .text())
                .isEqualTo(
                        "INSERT INTO account (email, logins, name, created, updated, version) VALUES (?,?,?,?,?,?)"
                                + " ON DUPLICATE KEY UPDATE id = IF(account.email <=> VALUES(email),"
                                + " IF(LAST_INSERT_ID(-account.id) = 0, account.id, account.id), 9223372036854775807 + (account.id <=> account.id))");
    }

    @Test
    void reportsThroughTheKeyWhereTheIdIsAssigned() {
        assertThat(upsert(COUNTRY, VALUES, UpdateChoice.ALL))
                .isEqualTo("INSERT INTO country (id, code, kind, name)"
                        + " VALUES (uuid_to_bin(?),IF(LAST_INSERT_ID(2) = 0, NULL, ?),'C',?)"
                        + " ON DUPLICATE KEY UPDATE"
                        + " code = IF(country.code <=> VALUES(code) AND country.kind <=> VALUES(kind),"
                        + " IF(LAST_INSERT_ID(3) = 0, country.code, country.code), 9223372036854775807 + (country.code <=> country.code)),"
                        + " name = VALUES(name)");
    }

    @Test
    void reportsWhetherTheStoredIdIsAnotherText() {
        TableShape event = new TableShape("e", List.of("ref"), false, List.of(column("ref", Kind.TEXT, Role.KEY)));

        assertThat(new UpsertSql(event, VALUES, Separate.NONE).insertIfAbsent().text())
                .isEqualTo("INSERT INTO e (ref) VALUES (IF(LAST_INSERT_ID(2) = 0, NULL, ?)) ON DUPLICATE KEY UPDATE"
                        + " ref = IF(e.ref <=> VALUES(ref), IF(LAST_INSERT_ID("
                        + "3 + IF(CAST(e.ref AS BINARY) <=> CAST(VALUES(ref) AS BINARY), 0, 4)) = 0, e.ref, e.ref),"
                        + " 9223372036854775807 + (e.ref <=> e.ref))");
    }

    @Test
    void keepsTheConditionWhileTheColumnsThatItReadsAreWritten() {
        Updating<Object> newer =
                Updating.all().updateIf(Expression.proposed("name").isGreaterThan(Expression.stored("name")));

        assertThat(upsert(PLAIN, VALUES, newer.choice()))
                .endsWith(" ON DUPLICATE KEY UPDATE id = IF(t.k <=> VALUES(k),"
                        + " IF(LAST_INSERT_ID(IF(COALESCE((VALUES(name) > t.name), FALSE)"
                        + " AND NOT (CAST(t.name AS BINARY) <=> CAST(VALUES(name) AS BINARY)), 1, 3)) = 0, t.id, t.id),"
                        + " 9223372036854775807 + (t.id <=> t.id)),"
                        + " name = IF(LAST_INSERT_ID() IN (1, 5), VALUES(name), t.name),"
                        + " id = IF(LAST_INSERT_ID(-t.id) = 0, t.id, t.id)");
    }

    @Test
    void bindsTheValuesOfTheChoiceWhereTheyStand() {
        Sql sql = new UpsertSql(ACCOUNT, ROW_ALIAS, Separate.NONE)
                .upsert(read(ACCOUNT, Updating.nothing().increment("logins", 5).choice()));

        assertThat(sql.text()).contains("logins = (COALESCE(account.logins, 0) + ?)");
        assertThat(sql.parameters()).hasSize(6 + 2).contains(new Parameter(Parameter.Source.LITERAL, 1, 5));
    }

    @Test
    void bindsWhatAnUpdateProposesOtherwiseThanTheInsert() {
        Sql sql = new UpsertSql(PLAIN, ROW_ALIAS, new Separate(Set.of("name"))).upsert(read(PLAIN, UpdateChoice.ALL));

        assertThat(sql.text()).endsWith(", name = ?");
        assertThat(sql.parameters()).last().isEqualTo(new Parameter(Parameter.Source.UPDATED, 1, null));
    }

    @Test
    void updatesARowByItsId() {
        TableShape known = PLAIN.withId(column("id", Kind.NUMBER, Role.INSERT_ONLY));

        assertThat(new UpsertSql(known, ROW_ALIAS, Separate.NONE)
                        .update(read(PLAIN, UpdateChoice.ALL))
                        .text(1))
                .isEqualTo("INSERT INTO t (k, name, id) VALUES (?,?,?) AS proposed ON DUPLICATE KEY UPDATE"
                        + " k = IF(t.k <=> proposed.k, IF(LAST_INSERT_ID(3) = 0, t.k, t.k), 9223372036854775807 + (t.k <=> t.k)),"
                        + " name = proposed.name");
    }

    @Test
    void updatesARowWithoutReportsWhereTheServerHasNone() {
        TableShape known = ACCOUNT.withId(column("id", Kind.NUMBER, Role.INSERT_ONLY));

        assertThat(new UpsertSql(known, STRANGER, Separate.NONE)
                        .update(read(ACCOUNT, Updating.only("logins").choice()))
                        .text(1))
                .endsWith(" ON DUPLICATE KEY UPDATE"
                        + " version = IF(NOT (account.logins <=> VALUES(logins)), account.version + 1, account.version),"
                        + " updated = IF(NOT (account.logins <=> VALUES(logins)), VALUES(updated), account.updated),"
                        + " logins = VALUES(logins)");
    }

    @Test
    void insertsPlainlyToNameTheKeyThatIsInTheWay() {
        assertThat(new UpsertSql(COUNTRY, ROW_ALIAS, Separate.NONE).insert().text(1))
                .isEqualTo("INSERT INTO country (id, code, kind, name) VALUES (uuid_to_bin(?),?,'C',?)");
    }

    @Test
    void insertsManyRowsAndLocksTheOneThatIsInTheWayAsAnUpdateWould() {
        assertThat(new UpsertSql(PLAIN, ROW_ALIAS, Separate.NONE).insertNew().text(3))
                .isEqualTo("INSERT INTO t (k, name) VALUES (?,?),(?,?),(?,?) AS proposed ON DUPLICATE KEY UPDATE"
                        + " id = 9223372036854775807 + (t.id <=> t.id)");
    }

    @Test
    void looksManyRowsUpByAListOfValues() {
        LookUpSql country = new LookUpSql(COUNTRY, VALUES, true);

        assertThat(country.byKey().text(2))
                .isEqualTo("SELECT id, code FROM country WHERE code IN (?,?) AND kind <=> 'C'");
        assertThat(country.byId(List.of("name"), true).text(2))
                .isEqualTo("SELECT id, code, name FROM country FORCE INDEX (PRIMARY)"
                        + " WHERE id IN (uuid_to_bin(?),uuid_to_bin(?)) AND kind <=> 'C' FOR UPDATE");
        assertThat(country.from()).isEqualTo("SELECT id, code FROM country WHERE id >= ? ORDER BY id LIMIT ?");
    }

    @Test
    void looksTextsUpByATableOfValues() {
        LookUpSql country = new LookUpSql(COUNTRY, ROW_ALIAS, true);

        assertThat(country.byKey().text(2))
                .isEqualTo("SELECT id, code FROM (VALUES ROW(?),ROW(?)) AS onkey_sought (onkey_1)"
                        + " STRAIGHT_JOIN country ON code = onkey_1 AND kind <=> 'C'");
        assertThat(country.byId(List.of(), false).text(1))
                .isEqualTo("SELECT id, code FROM country FORCE INDEX (PRIMARY) WHERE id IN (uuid_to_bin(?))"
                        + " AND kind <=> 'C' LOCK IN SHARE MODE");
    }

    @Test
    void joinsNoView() {
        assertThat(new LookUpSql(COUNTRY, ROW_ALIAS, false).byKey().text(2))
                .isEqualTo("SELECT id, code FROM country WHERE code IN (?,?) AND kind <=> 'C'");
    }

    @Test
    void looksCompositeKeysUp() {
        TableShape seat = new TableShape(
                "seat",
                List.of("id"),
                true,
                List.of(column("a", Kind.NUMBER, Role.KEY), column("b", Kind.NUMBER, Role.KEY)));

        assertThat(new LookUpSql(seat, VALUES, false).byKey().text(2))
                .isEqualTo("SELECT id, a, b FROM seat WHERE ((a = ? AND b = ?) OR (a = ? AND b = ?))");
        assertThat(new LookUpSql(seat, ROW_ALIAS, true).byKey().text(2))
                .isEqualTo("SELECT id, a, b FROM (VALUES ROW(?,?),ROW(?,?)) AS onkey_sought (onkey_1, onkey_2)"
                        + " STRAIGHT_JOIN seat ON a = onkey_1 AND b = onkey_2");
    }

    @Test
    void readsTheIdByTheNaturalKeyAmongRowsOfTheSameKind() {
        assertThat(new UpsertSql(COUNTRY, ROW_ALIAS, Separate.NONE).selectId().text())
                .isEqualTo("SELECT id FROM country WHERE code = ? AND kind <=> 'C' LOCK IN SHARE MODE");
        assertThat(new UpsertSql(COUNTRY, ROW_ALIAS, Separate.NONE)
                        .lockId(Update.NOTHING)
                        .text())
                .isEqualTo("SELECT id, TRUE FROM country WHERE code = ? AND kind <=> 'C' FOR UPDATE");
    }

    @Test
    void asksBeforehandWhetherTheConditionHoldsWhereTheServerKeepsNoFlag() {
        Updating<Object> newer =
                Updating.all().updateIf(Expression.proposed("name").isGreaterThan(Expression.stored("name")));

        assertThat(new UpsertSql(PLAIN, STRANGER, Separate.NONE)
                        .lockId(read(PLAIN, newer.choice()))
                        .text())
                .isEqualTo("SELECT id, COALESCE((? > t.name), FALSE) FROM t WHERE k = ? FOR UPDATE");
    }

    @Test
    void leavesOutWhatIsNotWrittenThisTime() {
        TableShape omitted = PLAIN.withRoles(List.of(Role.KEY, Role.OMITTED));

        assertThat(upsert(omitted, ROW_ALIAS, UpdateChoice.ALL)).startsWith("INSERT INTO t (k) VALUES (?) AS proposed");
        assertThat(upsert(omitted, ROW_ALIAS, UpdateChoice.ALL)).doesNotContain("name");
        Update named = new UpdateReader("Thing", PLAIN, Map.of())
                .read(Updating.only("name").choice(), omitted);
        assertThat(new UpsertSql(omitted, ROW_ALIAS, Separate.NONE)
                        .upsert(named)
                        .text())
                .endsWith(", name = NULL");
    }

    @Test
    void givesTheProposedRowANameThatIsNotTheTables() {
        TableShape proposed =
                new TableShape("Proposed", List.of("id"), true, List.of(column("k", Kind.TEXT, Role.KEY)));

        assertThat(new UpsertSql(proposed, ROW_ALIAS, Separate.NONE)
                        .insertIfAbsent()
                        .text())
                .contains("AS proposed_row ON DUPLICATE KEY UPDATE id = IF(Proposed.k <=> proposed_row.k");
    }

    private static String upsert(TableShape shape, ServerSyntax syntax, UpdateChoice choice) {
        return new UpsertSql(shape, syntax, Separate.NONE)
                .upsert(read(shape, choice))
                .text();
    }

    private static Update read(TableShape shape, UpdateChoice choice) {
        return new UpdateReader("Thing", shape, Map.of()).read(choice, shape);
    }

    private static Column column(String name, Kind kind, Role role) {
        return new Column(name, name, "?", true, kind, role);
    }
}
