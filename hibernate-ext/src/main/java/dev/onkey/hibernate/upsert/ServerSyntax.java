/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server understands.
 *
 * @param rowAlias whether the server knows {@code VALUES (…) AS alias}, and with it the table {@code VALUES ROW(…), …}; otherwise it
 *     is {@code VALUES(column)}, which MySQL deprecates from 8.0.20 on
 * @param forShare whether the server knows {@code FOR SHARE}; otherwise it is {@code LOCK IN SHARE MODE}
 * @param reports whether {@code LAST_INSERT_ID(…)} inside a statement works as MySQL's does, and reports what that did
 */
record ServerSyntax(boolean rowAlias, boolean forShare, boolean reports) {

    private static final List<String> STRANGERS = List.of("TiDB", "Vitess", "ShardingSphere", "PlanetScale");
    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)");

    /** Reads the version that the server reports: the product name does not tell, Connector/J calls MariaDB "MySQL" as well. */
    static ServerSyntax of(String productVersion) {
        boolean stranger = STRANGERS.stream().anyMatch(productVersion::contains);
        boolean mySql = !stranger && !productVersion.contains("MariaDB");
        return new ServerSyntax(mySql && atLeast(productVersion, 19), mySql && atLeast(productVersion, 1), !stranger);
    }

    /** The same server, taken for one whose statements report nothing. */
    ServerSyntax withoutReports() {
        return new ServerSyntax(rowAlias, forShare, false);
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
