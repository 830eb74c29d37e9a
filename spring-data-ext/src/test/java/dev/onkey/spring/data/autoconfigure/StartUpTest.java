/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onkey.samples.mysql.MySqlServer;
import dev.onkey.spring.data.NotUpsertableException;
import dev.onkey.spring.data.joined.Lorries;
import dev.onkey.spring.data.joined.LorryApplication;
import dev.onkey.spring.data.meter.MeterApplication;
import dev.onkey.spring.data.meter.Meters;
import dev.onkey.spring.data.unkeyed.ThingApplication;
import dev.onkey.spring.data.unkeyed.Things;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** Applications with a repository that could not work do not start, and say why. */
class StartUpTest {

    @Test
    @DisplayName("an entity without a natural key: the application does not start, and says which, why and what to do")
    void refusesAnEntityWithoutANaturalKey() {
        NotUpsertableException thrown =
                start(MySqlServer.shared().freshDatabase("onkey_spring_start"), "create-only", ThingApplication.class);

        assertThat(thrown.repository()).isEqualTo(Things.class);
        assertThat(thrown).hasMessageContainingAll("Things is an UpsertRepository", "Thing", "@NaturalKey");
        FailureAnalysis analysis = analysis(thrown);
        assertThat(analysis.getDescription()).isEqualTo(thrown.getMessage());
        assertThat(analysis.getAction()).contains(Things.class.getName());
    }

    @Test
    @DisplayName("a natural key without a unique key: the application does not start, and has the DDL")
    void refusesATableWithoutAUniqueKey() throws SQLException {
        String url = MySqlServer.shared().freshDatabase("onkey_spring_start");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create table meter (id bigint auto_increment primary key, name varchar(50), total int)");
        }

        NotUpsertableException thrown = start(url, "none", MeterApplication.class);

        assertThat(thrown.repository()).isEqualTo(Meters.class);
        assertThat(thrown).hasMessageContaining("ALTER TABLE meter ADD UNIQUE KEY (name)");
    }

    @Test
    @DisplayName("a mapping that is not supported: the application does not start, and says which")
    void refusesAMappingThatIsNotSupported() {
        NotUpsertableException thrown =
                start(MySqlServer.shared().freshDatabase("onkey_spring_start"), "create-only", LorryApplication.class);

        assertThat(thrown.repository()).isEqualTo(Lorries.class);
        assertThat(thrown).hasMessageContainingAll("Lorry", "several tables", "SINGLE_TABLE");
    }

    @Test
    @DisplayName("not MySQL: the application does not start")
    void refusesAnotherDatabase() {
        NotUpsertableException thrown = start("jdbc:h2:mem:start", "create-only", MeterApplication.class);

        assertThat(thrown).hasMessageContaining("its dialect is not MySQL's or MariaDB's");
    }

    private static NotUpsertableException start(String url, String ddl, Class<?> application) {
        SpringApplicationBuilder builder = new SpringApplicationBuilder(application)
                .properties(
                        "spring.main.banner-mode=off",
                        "spring.datasource.url=" + url,
                        "spring.jpa.hibernate.ddl-auto=" + ddl);
        if (url.startsWith("jdbc:mysql:") && MySqlServer.shared().version().contains("MariaDB")) {
            // MySQL's driver does not let Hibernate recognise it
            builder.properties("spring.jpa.database-platform=org.hibernate.dialect.MariaDBDialect");
        }
        return catchThrowableOfType(
                NotUpsertableException.class, () -> builder.run().close());
    }

    private static FailureAnalysis analysis(Throwable thrown) {
        return SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, (type, name, failure) -> {})
                .stream()
                .filter(NotUpsertableFailureAnalyzer.class::isInstance)
                .findFirst()
                .orElseThrow()
                .analyze(thrown);
    }
}
