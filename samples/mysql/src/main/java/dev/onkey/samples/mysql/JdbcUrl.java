/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.mysql;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A {@code jdbc:mysql:} or {@code jdbc:mariadb:} URL without its database.
 *
 * @param server everything before the database, without the slash
 * @param query everything after the question mark
 */
record JdbcUrl(String server, String query) {
    /** Both drivers' own default, so it changes nothing; callers may then append without looking. */
    private static final String NEUTRAL_QUERY = "tcpKeepAlive=true";

    static JdbcUrl parse(String url) {
        int hosts = url.indexOf("//") + 2;
        if (!url.startsWith("jdbc:mysql") && !url.startsWith("jdbc:mariadb:") || hosts < 2) {
            // without the query, which may hold a password
            String shown = url.replaceFirst("\\?.*", "");
            throw new NoServerException(
                    "'" + shown + "' (system property onkey.jdbc.url) is no jdbc:mysql: or jdbc:mariadb: URL.");
        }
        int question = url.indexOf('?', hosts);
        String address = question < 0 ? url : url.substring(0, question);
        String query = question < 0 ? "" : url.substring(question + 1);
        int slash = address.indexOf('/', hosts);
        return new JdbcUrl(slash < 0 ? address : address.substring(0, slash), query);
    }

    /** Adds a parameter unless the value is absent or the URL already has it. */
    JdbcUrl withDefault(String key, @Nullable String value) {
        if (value == null || has(key)) {
            return this;
        }
        String parameter = key + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        return new JdbcUrl(server, query.isEmpty() ? parameter : query + "&" + parameter);
    }

    String toDatabase(String name) {
        return server + "/" + name + "?" + (query.isEmpty() ? NEUTRAL_QUERY : query);
    }

    private boolean has(String key) {
        return Arrays.stream(query.split("&")).anyMatch(parameter -> parameter.startsWith(key + "="));
    }
}
