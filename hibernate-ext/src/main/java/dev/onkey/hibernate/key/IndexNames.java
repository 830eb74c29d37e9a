/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names that one table's unique keys may have on the server.
 *
 * <p>A schema that Hibernate <em>creates</em> leaves the names of most keys to the server: {@code unique} behind the column, or
 * {@code unique (a, b)}. The server then takes the first column's name, and appends {@code _2} and so on where that is
 * taken. Which key gets the plain name depends on the order of the definitions, which a schema made by other means need not
 * share; so a name is known only where no other key can have it. A schema that Hibernate <em>updates</em> has the names of
 * the mapping.
 */
final class IndexNames {

    /**
     * A unique key as the mapping declares it.
     *
     * @param name the name in the mapping, given or generated
     * @param leftToServer whether a schema that Hibernate creates has it without that name
     * @param columns its columns; empty where an expression is among them
     */
    record Declared(@Nullable String name, boolean leftToServer, List<String> columns) {}

    private static final int MAX_LENGTH = 64;
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9_]");

    private final Set<String> given = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Integer> unnamed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /**
     * Looks at all of a table's keys together.
     *
     * @param keys its unique keys
     */
    IndexNames(List<Declared> keys) {
        given.add("PRIMARY");
        for (Declared key : keys) {
            if (key.name() != null) {
                given.add(key.name());
            }
            if (key.leftToServer()) {
                unnamed.merge(key.columns().get(0), 1, Integer::sum);
            }
        }
    }

    /** A readable name for a key over these columns, none of the taken ones; always the same for the same mapping. */
    static String choose(String table, List<String> columns, Set<String> taken) {
        String whole = table + "_" + String.join("_", columns);
        // only what needs no quotes: Hibernate puts the name into "create table" as it is
        String name = "UK_" + UNSAFE.matcher(whole).replaceAll("_");
        if (name.length() <= MAX_LENGTH && name.equals("UK_" + whole) && !taken.contains(name)) {
            return name;
        }
        String hash = "_" + Integer.toHexString(whole.hashCode());
        return name.substring(0, Math.min(name.length(), MAX_LENGTH - hash.length())) + hash;
    }

    /** The name that the server makes up for the key, if it makes one up and that is certain; else null. */
    @Nullable
    String madeUpFor(Declared key) {
        if (!key.leftToServer()) {
            return null;
        }
        String first = key.columns().get(0);
        boolean only = unnamed.getOrDefault(first, 0) == 1;
        return only && !given.contains(first) && !mayBeNumbered(first) ? first : null;
    }

    /** Whether another column's second key may get this name: {@code code_2} of two keys that begin with {@code code}. */
    private boolean mayBeNumbered(String name) {
        List<String> repeated = new ArrayList<>();
        unnamed.forEach((column, count) -> {
            if (count > 1) {
                repeated.add(column + "_");
            }
        });
        return repeated.stream().anyMatch(start -> name.regionMatches(true, 0, start, 0, start.length()));
    }
}
