/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.duplicate;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one table that a statement writes to, as its text says.
 *
 * @param schema the schema in front of the table, or null
 * @param name the table's name, without quotes
 */
record StatementTable(@Nullable String schema, String name) {

    private static final String IDENTIFIER = "(?:`((?:[^`]++|``)++)`|([\\p{L}\\p{N}_$]++))";
    private static final String COMMENTS = "(?:\\s++|/\\*.*?\\*/|--\\s[^\\n]*+\\n|#[^\\n]*+\\n)*+";
    private static final String TABLE = IDENTIFIER + "(?:\\s*+\\.\\s*+" + IDENTIFIER + ")?+";
    private static final Pattern INSERT = Pattern.compile(
            "(?:insert|replace)\\b" + COMMENTS + "(?:(?:low_priority|delayed|high_priority|ignore)\\b" + COMMENTS
                    + ")*+" + "(?:into\\b" + COMMENTS + ")?+" + TABLE,
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    // a list of tables, or a join, ends before "set": then any of them may be the one
    private static final Pattern UPDATE = Pattern.compile(
            "update\\b" + COMMENTS + "(?:(?:low_priority|ignore)\\b" + COMMENTS + ")*+" + TABLE + "(?:" + COMMENTS
                    + "(?:as\\b" + COMMENTS + ")?+(?!set\\b)" + IDENTIFIER + ")?+" + COMMENTS + "\\bset\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern LEADING_COMMENTS = Pattern.compile(COMMENTS, Pattern.DOTALL);

    /** Reads it from the head of the statement; null where that does not name exactly one table. */
    static @Nullable StatementTable of(@Nullable String sql) {
        // one of several statements: which one failed, nobody says
        if (sql == null
                || sql.stripTrailing().lastIndexOf(';', sql.stripTrailing().length() - 2) >= 0) {
            return null;
        }
        Matcher comments = LEADING_COMMENTS.matcher(sql);
        int start = comments.lookingAt() ? comments.end() : 0;
        for (Pattern pattern : new Pattern[] {INSERT, UPDATE}) {
            Matcher statement = pattern.matcher(sql).region(start, sql.length());
            if (statement.lookingAt()) {
                String first = Objects.requireNonNull(identifier(statement, 1));
                String second = identifier(statement, 3);
                return second == null ? new StatementTable(null, first) : new StatementTable(first, second);
            }
        }
        return null;
    }

    private static @Nullable String identifier(Matcher matcher, int group) {
        String quoted = matcher.group(group);
        return quoted == null ? matcher.group(group + 1) : quoted.replace("``", "`");
    }
}
