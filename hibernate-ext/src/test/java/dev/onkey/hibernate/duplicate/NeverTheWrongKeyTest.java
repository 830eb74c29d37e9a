/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.onkey.hibernate.DuplicateKey;
import dev.onkey.hibernate.DuplicateKey.Kind;
import dev.onkey.hibernate.key.MappedKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Messages made from known tables, indexes and values, of whatever looks most like the messages' own words: the parser names the
 * key that was hit, or none. {@code -Donkey.messages=} sets how many, {@code -Donkey.seed=} which.
 */
class NeverTheWrongKeyTest {

    private static final int MESSAGES = Integer.getInteger("onkey.messages", 1_000_000);
    private static final long SEED = Long.getLong("onkey.seed", 1062);
    private static final String[] PIECES = {
        "'",
        ".",
        " ",
        "a",
        "b",
        "B",
        "PRIMARY",
        "' for key '",
        "' for key 't.k",
        "' für Schlüssel '",
        "', key '",
        "(conn=9) ",
        "-",
        "`",
        "é",
        "𝄞",
        "\\",
        "\uFFFD",
        "\0",
        "?",
        "...",
        "\\x00",
        "for key",
        "' a '",
        "' would lead to a duplicate entry in table '"
    };
    private static final List<String> MESSAGES_OF_1761 = List.of(
            "Foreign key constraint for table 'VALUE', record '5' would lead to a duplicate entry in table 'TABLE', key 'KEY'",
            "Fremdschlüssel-Beschränkung für Tabelle 'VALUE', Datensatz '5' würde zu einem doppelten Eintrag in Tabelle 'TABLE', Schlüssel 'KEY' führen");

    private final Random random = new Random(SEED);

    @Test
    void isNeverWrong() {
        int found = 0;
        int values = 0;
        for (int i = 0; i < MESSAGES; i++) {
            List<MappedKey> stored = keys();
            MappedKey hit = stored.get(random.nextInt(stored.size()));
            List<MappedKey> mapped = new ArrayList<>(stored);
            if (random.nextInt(5) == 0) {
                mapped.removeIf(each -> each.table().equalsIgnoreCase(hit.table()) && random.nextBoolean());
                if (!mapped.contains(hit)) {
                    // a table that only looks like a mapped one is beyond the parser
                    mapped.removeIf(each -> each.table().equalsIgnoreCase(hit.table())
                            && !each.table().equals(hit.table()));
                }
            }
            String value = noise("", 5);
            Message message = message(hit, value, stored);

            DuplicateEntryParser parser = new DuplicateEntryParser(message.text, message.statement);
            DuplicateEntry entry = parser.find(parser.isUnequivocal() ? mapped : stored);

            if (entry != null) {
                found++;
                if (!entry.key().equals(hit)) {
                    fail("seed %d, message %d: %s%n is of %s, not of %s", SEED, i, message, hit, entry.key());
                }
                if (entry.value() != null) {
                    values++;
                    assertThat(entry.value()).as(message.text).isEqualTo(value);
                }
            }
        }
        System.out.printf("%,d messages from seed %d: %,d keys found, %,d values%n", MESSAGES, SEED, found, values);
        assertThat(found).isGreaterThan(MESSAGES / 2);
        assertThat(values).isGreaterThan(MESSAGES / 3);
    }

    private List<MappedKey> keys() {
        List<MappedKey> keys = new ArrayList<>();
        for (int tables = 1 + random.nextInt(3); tables > 0; tables--) {
            String table = noise("t", 3);
            keys.add(key(table, MappedKey.PRIMARY));
            for (int indexes = random.nextInt(3); indexes > 0; indexes--) {
                String index = noise("k", 3);
                if (keys.stream().noneMatch(key(table, index)::isNamesake)) {
                    keys.add(key(table, index));
                }
            }
        }
        return keys.stream().distinct().toList();
    }

    private Message message(MappedKey hit, String value, List<MappedKey> stored) {
        StatementTable own = new StatementTable(null, hit.table());
        String prefix = random.nextInt(4) == 0 ? "(conn=8) " : "";
        int form = random.nextInt(20);
        if (form == 0) {
            String text = MESSAGES_OF_1761.get(random.nextInt(2));
            return new Message(prefix + filled(text, hit, value), random.nextBoolean() ? null : any(stored));
        }
        List<String> languages = DuplicateEntryParserTest.messages();
        String text = form < 10 ? languages.get(0) : languages.get(random.nextInt(languages.size()));
        text = text.replaceFirst("'1'", "'VALUE'");
        if (random.nextBoolean()) {
            // an older server: then the table is the statement's
            return new Message(prefix + filled(text, hit, value), random.nextInt(4) == 0 ? null : own);
        }
        StatementTable written = switch (random.nextInt(4)) {
            case 0 -> null;
            case 1 -> any(stored);
            default -> own;
        };
        return new Message(prefix + filled(text.replace("KEY", "TABLE.KEY"), hit, value), written);
    }

    private StatementTable any(List<MappedKey> stored) {
        return new StatementTable(
                null, stored.get(random.nextInt(stored.size())).table());
    }

    private static String filled(String text, MappedKey hit, String value) {
        StringBuilder filled = new StringBuilder(text);
        for (String[] slot : new String[][] {{"KEY'", hit.index() + "'"}, {"TABLE", hit.table()}, {"VALUE", value}}) {
            int at = filled.lastIndexOf(slot[0]);
            if (at >= 0) {
                filled.replace(at, at + slot[0].length(), slot[1]);
            }
        }
        return filled.toString();
    }

    private String noise(String start, int most) {
        StringBuilder text = new StringBuilder(start);
        for (int pieces = random.nextInt(most + 1); pieces > 0; pieces--) {
            text.append(random.nextInt(3) > 0 ? "c" : PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private static MappedKey key(String table, String index) {
        return new MappedKey(null, new DuplicateKey(Kind.UNIQUE, index, table, List.of("c"), null, null, List.of()));
    }

    private record Message(String text, @Nullable StatementTable statement) {}
}
