/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import com.mysql.cj.Constants;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.babyfish.jimmer.JimmerVersion;
import org.hibernate.Version;

/** What the figures were measured on. */
final class Machine {

    private static final String SETTINGS = "SELECT @@innodb_buffer_pool_size DIV 1048576,"
            + " @@innodb_flush_log_at_trx_commit, @@max_allowed_packet DIV 1048576, @@log_bin";

    private static final String JIMMER = JimmerVersion.major + "." + JimmerVersion.minor + "." + JimmerVersion.patch;

    private Machine() {}

    static List<String> lines(String server, DataSource pool) throws SQLException {
        Runtime runtime = Runtime.getRuntime();
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return List.of(
                "machine: " + processor() + ", " + runtime.availableProcessors() + " cores, "
                        + (system.getTotalMemorySize() >> 30) + " GB, " + system.getName() + " " + system.getVersion()
                        + "; the server runs on it too, unless it is external",
                "server: " + server + "; " + settings(pool),
                "Java " + Runtime.version() + ", " + System.getProperty("java.vm.name") + ", heap of at most "
                        + (runtime.maxMemory() >> 20) + " MB",
                "Hibernate " + Version.getVersionString() + ", Connector/J " + Constants.CJ_VERSION + ", jOOQ "
                        + org.jooq.Constants.FULL_VERSION + ", Jimmer " + JIMMER);
    }

    private static String settings(DataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SETTINGS)) {
            row.next();
            return "buffer pool of " + row.getLong(1) + " MB, innodb_flush_log_at_trx_commit=" + row.getInt(2)
                    + ", max_allowed_packet of " + row.getLong(3) + " MB, binary log "
                    + (row.getBoolean(4) ? "on" : "off");
        }
    }

    private static String processor() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            // not Linux
            return System.getProperty("os.arch");
        }
    }
}
