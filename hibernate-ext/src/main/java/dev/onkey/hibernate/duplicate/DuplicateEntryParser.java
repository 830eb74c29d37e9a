/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.duplicate;

import dev.onkey.hibernate.key.MappedKey;
import java.util.Collection;
import java.util.LinkedHashSet;
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
    MappedKey find(Collection<MappedKey> known) {
        Set<MappedKey> fitting = new LinkedHashSet<>();
        for (MappedKey key : known) {
            for (MessageFormat format : MessageFormat.ALL) {
                if (fits(format, key)) {
                    fitting.add(key);
                }
            }
        }
        if (fitting.size() > 1) {
            fitting.removeIf(key -> !isOfStatement(key));
        }
        return fitting.size() == 1 ? fitting.iterator().next() : null;
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

    private boolean fits(MessageFormat format, MappedKey key) {
        if (statement != null && isNamesake(key) && !isOfStatement(key)) {
            return false;
        }
        String withTable = key.table() + (format.joint() == null ? "." : format.joint()) + key.index();
        int start = format.keyAt(message, withTable);
        if (start >= 0) {
            // some servers fold the names of tables, others tell "Account" from "account"
            return message.startsWith(key.table(), start) || isOfStatement(key);
        }
        return format.joint() == null && format.keyAt(message, key.index()) >= 0 && mayBeOfItsTable(key);
    }

    /** A name that the mapping gives is enough to know a key by, unless the statement was about another table. */
    private boolean mayBeOfItsTable(MappedKey key) {
        return statement == null ? !key.index().equals(MappedKey.PRIMARY) : isOfStatement(key);
    }

    private boolean isOfStatement(MappedKey key) {
        return statement != null && isNamesake(key) && sameSchema(statement.schema(), key.schema());
    }

    private boolean isNamesake(MappedKey key) {
        return statement != null && statement.name().equalsIgnoreCase(key.table());
    }

    private static boolean sameSchema(@Nullable String left, @Nullable String right) {
        return left == null ? right == null : left.equalsIgnoreCase(right);
    }
}
