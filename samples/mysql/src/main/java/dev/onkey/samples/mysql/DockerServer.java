/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.mysql;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.mysql.MySQLContainer;
import org.testcontainers.utility.DockerImageName;

/** MySQL's official image. Testcontainers removes the container after the JVM, also when it was killed. */
final class DockerServer implements RunningServer {
    private static final String PASSWORD = "onkey";

    private final MySQLContainer container;

    private DockerServer(MySQLContainer container) {
        this.container = container;
    }

    static boolean dockerAnswers() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    static DockerServer start(String version) {
        MySQLContainer container = new MySQLContainer(DockerImageName.parse("mysql:" + version))
                .withUsername("root")
                .withPassword(PASSWORD)
                .withCommand(MysqldOptions.COMMON.toArray(String[]::new));
        try {
            container.start();
        } catch (RuntimeException e) {
            throw new NoServerException("mysql:" + version + " did not start in Docker: " + e.getMessage(), e);
        }
        return new DockerServer(container);
    }

    @Override
    public JdbcUrl url() {
        String server =
                "jdbc:mysql://" + container.getHost() + ":" + container.getMappedPort(MySQLContainer.MYSQL_PORT);
        return new JdbcUrl(server, "user=root&password=" + PASSWORD + "&sslMode=DISABLED&allowPublicKeyRetrieval=true");
    }

    @Override
    public String kind() {
        return "in Docker";
    }
}
