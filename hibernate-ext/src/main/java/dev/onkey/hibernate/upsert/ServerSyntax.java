/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which forms of a statement a server knows.
 *
 * @param rowAlias whether the server knows {@code VALUES (…) AS alias}; otherwise it is {@code VALUES(column)}, which MySQL
 *     deprecates from 8.0.20 on
 * @param forShare whether the server knows {@code FOR SHARE}; otherwise it is {@code LOCK IN SHARE MODE}
 */
record ServerSyntax(boolean rowAlias, boolean forShare) {

    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)");

    /**
     * Reads the version that the server reports: the product name does not tell, Connector/J calls MariaDB "MySQL" as well.
     *
     * @throws UnsupportedOperationException if the server speaks MySQL's protocol without MySQL's semantics
     */
    static ServerSyntax of(String productVersion) {
        for (String stranger : new String[] {"TiDB", "Vitess", "ShardingSphere"}) {
            if (productVersion.contains(stranger)) {
                throw new UnsupportedOperationException(
                        "Onkey does not upsert on " + stranger + " (the server reports version " + productVersion
                                + "): its INSERT … ON DUPLICATE KEY UPDATE does not return ids as MySQL's does.");
            }
        }
        boolean mySql = !productVersion.contains("MariaDB");
        return new ServerSyntax(mySql && atLeast(productVersion, 19), mySql && atLeast(productVersion, 1));
    }

    /** Whether the version is 8.0.x or later, with x as the least patch of 8.0. */
    private static boolean atLeast(String productVersion, int leastPatch) {
        Matcher version = VERSION.matcher(productVersion);
        if (!version.lookingAt()) {
            return false;
        }
        int major = Integer.parseInt(version.group(1));
        int minor = Integer.parseInt(version.group(2));
        int patch = Integer.parseInt(version.group(3));
        return major > 8 || major == 8 && (minor > 0 || patch >= leastPatch);
    }
}
