/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.key;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The name of a unique key that Onkey adds. */
final class UniqueKeyName {

    private static final int MAX_LENGTH = 64;
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9_]");

    private UniqueKeyName() {}

    /**
     * A readable one, always the same for the same mapping: {@code UK_account_tenant_id_email}. It begins as the names do that
     * Hibernate makes up, which its schema validation knows by that.
     *
     * @param taken what other keys of the table are called
     */
    static String of(String table, List<String> columns, Set<String> taken) {
        String whole = "UK_" + table + "_" + String.join("_", columns);
        String name = UNSAFE.matcher(whole).replaceAll("_");
        if (name.equals(whole) && name.length() <= MAX_LENGTH && !taken.contains(name)) {
            return name;
        }
        String hash = "_" + Integer.toHexString(whole.hashCode());
        return name.substring(0, Math.min(name.length(), MAX_LENGTH - hash.length())) + hash;
    }
}
