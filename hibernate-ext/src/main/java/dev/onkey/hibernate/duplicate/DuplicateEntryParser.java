/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.duplicate;

import static java.util.Objects.requireNonNull;

import dev.onkey.hibernate.key.MappedKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the key that a server's duplicate error names.
 *
 * <p>The servers escape nothing in these messages: a value, a table's and an index's name may hold quotes, dots, and the
 * very words {@code ' for key '}. So a message is never taken apart; it is compared, at its end, with the keys that are
 * known, and where it fits several or none, the answer is "unknown".
 *
 * <p>Some things cannot be told from a message, and remain for those who call their tables and indexes so. An older server names no
 * table, so that a trigger's table with an index of the same name, or an index that is itself called {@code table.index}, looks
 * like the one that the statement wrote to. And where a table's name differs from a mapped one in upper and lower case alone, it
 * is taken for that, as some servers fold the names of tables.
 */
final class DuplicateEntryParser {

    /**
     * A known key that the message can be read as.
     *
     * @param value what is left for the value then
     * @param exact whether it is so in upper and lower case too: some servers fold the names of tables, others tell them apart
     * @param dividedOneWay whether table and index can be parted at one place only
     */
    private record Fit(MappedKey key, @Nullable String value, boolean exact, boolean dividedOneWay) {}

    // what Connector/MariaDB puts in front
    private static final Pattern CONNECTION = Pattern.compile("\\(conn=\\d+\\) ");

    private final String message;
    private final @Nullable StatementTable statement;
    private final List<MessageFormat> formats;

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
        this.formats = MessageFormat.ALL.stream()
                .filter(each -> each.frames(this.message))
                .toList();
    }

    /**
     * Whether the message can be read in one way only. Else there are the words of its language between value and key more than
     * once, in the value or in the name of a key; which, only the names of all keys of the table can tell.
     */
    boolean isUnequivocal() {
        return formats.stream().allMatch(each -> each.hasOneReading(message));
    }

    /** The one known key that the message names; null if that is not certain. */
    @Nullable
    DuplicateEntry find(Collection<MappedKey> known) {
        List<Fit> fits = new ArrayList<>();
        for (MappedKey key : known) {
            for (MessageFormat format : formats) {
                Fit fit = fit(format, key);
                if (fit != null) {
                    fits.add(fit);
                }
            }
        }
        if (fits.stream().anyMatch(Fit::exact)) {
            fits.removeIf(each -> !each.exact);
        }
        if (fits.stream().anyMatch(each -> !each.key.isNamesake(fits.get(0).key))) {
            return null;
        }
        // those left are called the same; only their schemas differ
        fits.removeIf(each -> !isBelievable(each));
        if (fits.stream().map(Fit::key).distinct().count() != 1) {
            return null;
        }
        return new DuplicateEntry(fits.get(0).key, fits.size() == 1 ? fits.get(0).value : null);
    }

    /** Whether the message may be about a key of this table, known or not. */
    boolean mayBeAbout(@Nullable String schema, String table) {
        String beginning = table + ".";
        boolean named = keyText().regionMatches(true, 0, beginning, 0, beginning.length());
        return isOfStatement(schema, table) || named && !isNamesake(table);
    }

    /** The text that stands in the key's place; empty where the message has no such place. */
    String keyText() {
        return formats.isEmpty() ? "" : formats.get(0).keyText(message);
    }

    /** The text that stands in the value's place, before {@link #keyText()}; null where there is none. */
    @Nullable
    String valueText() {
        return formats.isEmpty() ? null : formats.get(0).valueText(message);
    }

    private @Nullable Fit fit(MessageFormat format, MappedKey key) {
        String joint = format.joint() == null ? "." : format.joint();
        String withTable = key.table() + joint + key.index();
        int start = format.keyAt(message, withTable);
        if (start >= 0) {
            boolean exact = message.startsWith(key.table(), start);
            boolean dividedOneWay = withTable.indexOf(joint) == withTable.lastIndexOf(joint);
            return new Fit(key, format.value(message, start), exact, dividedOneWay);
        }
        // an older server, which names no table
        start = format.joint() == null && isOfStatement(key) ? format.keyAt(message, key.index()) : -1;
        return start < 0
                ? null
                : new Fit(
                        key,
                        format.value(message, start),
                        requireNonNull(statement).name().equals(key.table()),
                        true);
    }

    /** Of another table than the statement's, as a trigger's, it has to be beyond doubt. */
    private boolean isBelievable(Fit fit) {
        return isOfStatement(fit.key)
                || !isNamesake(fit.key.table()) && fit.exact && fit.dividedOneWay && isUnequivocal();
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
