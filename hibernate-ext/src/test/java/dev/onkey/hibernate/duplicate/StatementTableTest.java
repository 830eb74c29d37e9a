/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementTableTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "insert into account (email) values (?)|-|account",
                "INSERT INTO account(email) VALUES (?)|-|account",
                "insert   ignore into account values (1)|-|account",
                "insert account set a = 1|-|account",
                "replace into account values (1)|-|account",
                "/* insert Account */insert into account (a) values (?)|-|account",
                "/* one */ /* insert into b */ insert /* c */ into account (a) values (?);|-|account",
                "insert into `a b`.`c``d.e` (a) values (?)|a b|c`d.e",
                "insert into shop . account (a) values (?)|shop|account",
                "insert into konto_äöü$1 (a) values (?)|-|konto_äöü$1",
                "update account set a = ?|-|account",
                "update account a1_0 set a1_0.a = ?|-|account",
                "update shop.account as a set a.a = ?|shop|account",
                "update `set` set a = 1|-|set",
            })
    void readsTheTable(String sql, String schema, String table) {
        assertThat(StatementTable.of(sql)).isEqualTo(new StatementTable(schema, table));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "n/a",
                "",
                "call register(?)",
                "update a, b set a.x = b.x",
                "update a join b on a.id = b.id set a.x = 1",
                "update a x join b y on x.id = y.id set x.a = 1",
                "insert into a values (1); insert into b values (1)",
                "inserted into a",
                "/* insert into a */",
                "select * from a",
            })
    void readsNothingElse(String sql) {
        assertThat(StatementTable.of(sql)).isNull();
    }
}
