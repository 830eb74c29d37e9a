/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onkey.hibernate.DuplicateKey;
import dev.onkey.hibernate.DuplicateKey.Kind;
import dev.onkey.hibernate.key.MappedKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DuplicateEntryParserTest {

    /** As the servers sent them, for the value {@code 1} and the index {@code kk} of table {@code tt}. */
    static List<String> messages() {
        return List.of(
                "Duplicate entry '1' for key 'KEY'",
                "Zvojený klíč '1' (číslo klíče 'KEY')",
                "Ens værdier '1' for indeks 'KEY'",
                "Dubbele ingang '1' voor zoeksleutel 'KEY'",
                "Kattuv väärtus '1' võtmele 'KEY'",
                "Duplicata du champ '1' pour la clef 'KEY'",
                "Doppelter Eintrag '1' für Schlüssel 'KEY'",
                "Διπλή εγγραφή '1' για το κλειδί 'KEY'",
                "Duplikalt bejegyzes '1' a 'KEY' kulcs szerint.",
                "Duplikalt bejegyzes '1' a 'KEY' kulcs szerint",
                "Valore duplicato '1' per la chiave 'KEY'",
                "'1' は索引 'KEY' で重複しています。",
                "중복된 입력 값 '1': key 'KEY'",
                "Like verdier '1' for nøkkel 'KEY'",
                "Powtórzone wystąpienie '1' dla klucza 'KEY'",
                "Entrada '1' duplicada para a chave 'KEY'",
                "Cimpul '1' e duplicat pentru cheia 'KEY'",
                "Дублирующаяся запись '1' по ключу 'KEY'",
                "Dupliran unos '1' za ključ 'KEY'",
                "Opakovaný kľúč '1' (číslo kľúča 'KEY')",
                "Entrada duplicada '1' para la clave 'KEY'",
                "Dublett '1' för nyckel 'KEY'",
                "Дублюючий запис '1' для ключа 'KEY'",
                "重复条目'1'键'KEY'",
                "დუბლირებული ჩანაწერი '1' გასაღებისთვის 'KEY'",
                "Ingizo rudufu '1' kwa ufunguo wa 'KEY'");
    }

    @ParameterizedTest
    @MethodSource("messages")
    void readsEveryLanguage(String message) {
        List<MappedKey> known = List.of(key("tt", "kk"), key("tt", "k"), key("t", "kk"), key("other", "kk"));
        for (String prefix : List.of("", "(conn=8) ")) {
            assertThat(find(prefix + message.replace("KEY", "tt.kk"), null, known))
                    .isEqualTo(key("tt", "kk"));
            assertThat(find(prefix + message.replace("KEY", "kk"), "tt", known)).isEqualTo(key("tt", "kk"));
            assertThat(find(prefix + message.replace("KEY", "kk"), null, known)).isNull();
            assertThat(find(prefix + message.replace("KEY", "no"), "tt", known)).isNull();
            assertThat(text(prefix + message.replace("KEY", "tt.kk"))).isEqualTo("tt.kk");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Foreign key constraint for table 'tt', record '5' would lead to a duplicate entry in table 'c', key 'k'",
                "Fremdschlüssel-Beschränkung für Tabelle 'tt', Datensatz '5' würde zu einem doppelten Eintrag in Tabelle 'c', Schlüssel 'k' führen",
                "La restricción de clave foránea para tabla 'tt', registro '5' llevaría a una entrada duplicada en la tabla 'c', clave 'k'",
                "表'tt'的外键约束，记录'5'会导致表'c'中的重复条目，键'k'"
            })
    void readsTheDuplicateInAnotherTable(String message) {
        assertThat(find(message, "tt", List.of(key("tt", "k"), key("c", "k")))).isEqualTo(key("c", "k"));
        assertThat(text(message)).isEqualTo("c.k");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Duplicate entry 'q' for key 'PRIMARY' for key 'we.ird.k.1'|we.ird|k.1",
                "Duplicate entry 'q' for key 'tt.kk' for key 'a b.it's'|a b|it's",
                "Duplicate entry '-1--2' for key 'PRIMARY'|tt|PRIMARY",
                "Duplicate entry '\\x00' for key 'TT.KK'|tt|kk",
                "Duplicate entry '' for key 'tt.kk'|tt|kk",
                "Duplicate entry 'x' for key 'o'b.o'k'|o'b|o'k",
            })
    void isNotMisledByTheText(String message, String table, String index) {
        List<MappedKey> known = new ArrayList<>(List.of(key("tt", "kk"), key("tt", "PRIMARY"), key("uu", "PRIMARY")));
        known.add(key(table, index));
        assertThat(find(message, table, known)).isEqualTo(key(table, index));
    }

    @Test
    void saysNothingWhereTwoKeysFit() {
        String message = "Duplicate entry 'x' for key 'a.b.c'";
        List<MappedKey> known = List.of(key("a", "b.c"), key("a.b", "c"));
        assertThat(find(message, null, known)).isNull();
        assertThat(find(message, "a.b", known)).isNull();
        assertThat(find(message, "a.b", List.of(key("a.b", "c")))).isEqualTo(key("a.b", "c"));
        assertThat(find(message, null, List.of(key("a.b", "c")))).isNull();
        assertThat(find(message, "other", known)).isNull();
    }

    @Test
    void saysNothingWhereTwoKeysOfTheTableFit() {
        // the first from a new server, the second from an old one
        List<MappedKey> known = List.of(key("tt", "kk"), key("tt", "tt.kk"));
        assertThat(find("Duplicate entry 'x' for key 'tt.kk'", "tt", known)).isNull();
    }

    @Test
    void doesNotMixLanguages() {
        String message = "Duplicate entry 'x' for key 'unmapped' för nyckel 'kk'";
        assertThat(find(message, "tt", List.of(key("tt", "kk")))).isNull();
    }

    @Test
    void saysNothingAboutAnotherTable() {
        List<MappedKey> known = List.of(key("tt", "ux"), key("tt", "PRIMARY"));
        assertThat(find("Duplicate entry 'x' for key 'ux'", "unmapped", known)).isNull();
        assertThat(find("Duplicate entry 'x' for key 'PRIMARY'", "unmapped", known))
                .isNull();
        assertThat(find("Duplicate entry 'x' for key 'PRIMARY'", null, known)).isNull();
        assertThat(find("Duplicate entry 'x' for key 'ux'", null, known)).isNull();
        // a server that tells upper from lower case may have both tables
        assertThat(find("Duplicate entry 'x' for key 'TT.ux'", null, known)).isNull();
        assertThat(find("Duplicate entry 'x' for key 'TT.ux'", "Tt", known)).isEqualTo(key("tt", "ux"));
    }

    @Test
    void tellsSchemasApart() {
        String message = "Duplicate entry 'x' for key 'tt.ux'";
        MappedKey one = key("one", "tt", "ux");
        MappedKey two = key("two", "tt", "ux");
        StatementTable written = StatementTable.of("insert into two.tt (a) values (?)");
        assertThat(findFor(written, message, List.of(one, two))).isEqualTo(two);
        assertThat(findFor(written, message, List.of(one))).isNull();
        assertThat(findFor(written, message, List.of(key("tt", "ux")))).isNull();
    }

    @Test
    void knowsNothingOfOtherMessages() {
        for (String message : List.of("", "'", "tt.kk'", " for key 'tt.kk'", "Column 'tt.kk' cannot be null")) {
            assertThat(find(message, "tt", List.of(key("tt", "kk")))).isNull();
            assertThat(text(message)).isEmpty();
        }
    }

    @Test
    void readsTheValue() {
        List<MappedKey> known = List.of(key("tt", "kk"), key("c", "k"));
        for (String value : List.of("", "1", "it's", "a' for key 'b", "(conn=9) x")) {
            String message = "(conn=8) Duplicate entry '" + value + "' for key 'tt.kk'";
            DuplicateEntryParser parser = new DuplicateEntryParser(message, new StatementTable(null, "tt"));
            assertThat(parser.find(known)).isEqualTo(new DuplicateEntry(key("tt", "kk"), value));
            assertThat(parser.valueText()).isEqualTo(value);
            assertThat(parser.isUnequivocal()).isEqualTo(!value.contains("for"));
        }
        String cascaded =
                "Foreign key constraint for table 'tt', record '5' would lead to a duplicate entry in table 'c',"
                        + " key 'k'";
        DuplicateEntryParser parser = new DuplicateEntryParser(cascaded, null);
        assertThat(parser.find(known)).isEqualTo(new DuplicateEntry(key("c", "k"), null));
        assertThat(parser.valueText()).isNull();
        assertThat(new DuplicateEntryParser("anything", null).valueText()).isNull();
    }

    @Test
    void whatCanBeReadInTwoWaysIsOfTheStatementsTableOrOfNone() {
        String message = "Duplicate entry '1' for key 'uu.x' for key 'tt.kk'";
        List<MappedKey> known = List.of(key("tt", "kk"));
        assertThat(find(message, "tt", known)).isEqualTo(key("tt", "kk"));
        assertThat(find(message, null, known)).isNull();
        assertThat(find(message, "uu", known)).isNull();
        assertThat(find(message, "tt", List.of(key("tt", "kk"), key("uu", "x' for key 'tt.kk"))))
                .isNull();
    }

    @Test
    void tellsUpperFromLowerCaseWhereItCan() {
        List<MappedKey> known = List.of(key("tt", "kk"), key("TT", "kk"));
        assertThat(find("Duplicate entry 'x' for key 'TT.kk'", "TT", known)).isEqualTo(key("TT", "kk"));
        assertThat(find("Duplicate entry 'x' for key 'kk'", "tt", known)).isEqualTo(key("tt", "kk"));
    }

    @Test
    void knowsWhichTablesItMayBeAbout() {
        DuplicateEntryParser parser = new DuplicateEntryParser(
                "Duplicate entry 'x' for key 'audit.ux'", StatementTable.of("insert into shop.account values (1)"));
        assertThat(parser.mayBeAbout("shop", "Account")).isTrue();
        assertThat(parser.mayBeAbout(null, "account")).isFalse();
        assertThat(parser.mayBeAbout(null, "Audit")).isTrue();
        assertThat(parser.mayBeAbout("log", "audit")).isTrue();
        assertThat(parser.mayBeAbout(null, "audi")).isFalse();
        assertThat(parser.mayBeAbout(null, "ux")).isFalse();
        DuplicateEntryParser other = new DuplicateEntryParser(
                "Duplicate entry 'x' for key 'account.ux'", new StatementTable(null, "account"));
        assertThat(other.mayBeAbout(null, "account")).isTrue();
        assertThat(other.mayBeAbout("shop", "account")).isFalse();
    }

    private static @Nullable MappedKey find(String message, @Nullable String table, List<MappedKey> known) {
        return findFor(table == null ? null : new StatementTable(null, table), message, known);
    }

    private static @Nullable MappedKey findFor(
            @Nullable StatementTable statement, String message, List<MappedKey> known) {
        DuplicateEntry entry = new DuplicateEntryParser(message, statement).find(known);
        return entry == null ? null : entry.key();
    }

    private static String text(String message) {
        return new DuplicateEntryParser(message, null).keyText();
    }

    private static MappedKey key(String table, String index) {
        return key(null, table, index);
    }

    private static MappedKey key(@Nullable String schema, String table, String index) {
        return new MappedKey(schema, new DuplicateKey(Kind.UNIQUE, index, table, List.of("c"), null, null, List.of()));
    }
}
