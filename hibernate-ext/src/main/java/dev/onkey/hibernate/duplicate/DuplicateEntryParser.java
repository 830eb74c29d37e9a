/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.duplicate;

import dev.onkey.hibernate.key.MappedKey;
import dev.onkey.hibernate.key.MappedTable;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the key that a server's duplicate error names.
 *
 * <p>The servers escape nothing in these messages: a value, a table's and an index's name may hold quotes, dots, and the
 * very words {@code ' for key '}. So a message is never taken apart; it is compared, at its end, with the keys that are
 * known, and where it fits several or none, the answer is "unknown".
 */
final class DuplicateEntryParser {

    // what Connector/MariaDB puts in front
    private static final Pattern CONNECTION = Pattern.compile("\\(conn=\\d+\\) ");

    private final String message;
    private final @Nullable StatementTable statement;

    /**
     * Looks at one error.
     *
     * @param message the server's message
     * @param statement the table that the statement wrote to, where that is known
     */
    DuplicateEntryParser(String message, @Nullable StatementTable statement) {
        Matcher prefix = CONNECTION.matcher(message);
        this.message = prefix.lookingAt() ? message.substring(prefix.end()) : message;
        this.statement = statement;
    }

    /** The one known key that the message names; null if that is not certain. */
    @Nullable
    DuplicateEntry find(Collection<MappedKey> known) {
        Map<MappedKey, Set<@Nullable String>> fitting = new LinkedHashMap<>();
        for (MappedKey key : known) {
            for (MessageFormat format : MessageFormat.ALL) {
                int start = startOf(format, key);
                if (start >= 0) {
                    fitting.computeIfAbsent(key, each -> new HashSet<>()).add(format.value(message, start));
                }
            }
        }
        if (fitting.size() > 1) {
            fitting.keySet().removeIf(key -> !isOfStatement(key));
        }
        if (fitting.size() != 1) {
            return null;
        }
        Map.Entry<MappedKey, Set<@Nullable String>> only =
                fitting.entrySet().iterator().next();
        Set<@Nullable String> values = only.getValue();
        return new DuplicateEntry(
                only.getKey(), values.size() == 1 ? values.iterator().next() : null);
    }

    /** The tables that the message may be about. */
    List<MappedTable> tablesIn(Collection<MappedTable> mapped) {
        String text = keyText();
        return mapped.stream()
                .filter(each -> isOfStatement(each.schema(), each.name())
                        || !isNamesake(each.name())
                                && text.regionMatches(
                                        true,
                                        0,
                                        each.name() + ".",
                                        0,
                                        each.name().length() + 1))
                .toList();
    }

    /** The text that stands in the key's place; empty where the message has no such place. */
    String keyText() {
        for (MessageFormat format : MessageFormat.ALL) {
            if (format.frames(message)) {
                return format.keyText(message);
            }
        }
        return "";
    }

    /** The text that stands in the value's place, before {@link #keyText()}; null where there is none. */
    @Nullable
    String valueText() {
        for (MessageFormat format : MessageFormat.ALL) {
            if (format.frames(message)) {
                return format.valueText(message);
            }
        }
        return null;
    }

    /** Where the key stands in the message; -1 if it is not the one. */
    private int startOf(MessageFormat format, MappedKey key) {
        if (statement != null && isNamesake(key.table()) && !isOfStatement(key)) {
            return -1;
        }
        String withTable = key.table() + (format.joint() == null ? "." : format.joint()) + key.index();
        int start = format.keyAt(message, withTable);
        if (start >= 0) {
            // some servers fold the names of tables, others tell "Account" from "account"
            return message.startsWith(key.table(), start) || isOfStatement(key) ? start : -1;
        }
        return format.joint() == null && mayBeOfItsTable(key) ? format.keyAt(message, key.index()) : -1;
    }

    /** A name that the mapping gives is enough to know a key by, unless the statement was about another table. */
    private boolean mayBeOfItsTable(MappedKey key) {
        return statement == null ? !key.index().equals(MappedKey.PRIMARY) : isOfStatement(key);
    }

    private boolean isOfStatement(MappedKey key) {
        return isOfStatement(key.schema(), key.table());
    }

    private boolean isOfStatement(@Nullable String schema, String table) {
        return statement != null && isNamesake(table) && sameSchema(statement.schema(), schema);
    }

    private boolean isNamesake(String table) {
        return statement != null && statement.name().equalsIgnoreCase(table);
    }

    private static boolean sameSchema(@Nullable String left, @Nullable String right) {
        return left == null ? right == null : left.equalsIgnoreCase(right);
    }
}
