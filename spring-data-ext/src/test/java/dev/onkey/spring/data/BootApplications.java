/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import dev.onkey.samples.mysql.MySqlServer;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts Spring Boot applications with a database, and with nothing else configured. */
final class BootApplications {

    private BootApplications() {}

    static ConfigurableApplicationContext start(String database, Class<?>... sources) {
        return start(database, Map.of(), sources);
    }

    static ConfigurableApplicationContext start(String database, Map<String, Object> more, Class<?>... sources) {
        Map<String, Object> properties = new HashMap<>(Map.of(
                "spring.main.banner-mode", "off",
                "spring.datasource.url", MySqlServer.shared().freshDatabase(database),
                "spring.datasource.hikari.maximum-pool-size", "3",
                "spring.jpa.hibernate.ddl-auto", "create-only"));
        if (PersistenceUnits.onMariaDb()) {
            // a vendor adapter of the application does not know of spring.jpa.database-platform
            properties.put("spring.jpa.properties.hibernate.dialect", PersistenceUnits.MARIADB_DIALECT);
        }
        properties.putAll(more);
        return new SpringApplicationBuilder(sources).properties(properties).run();
    }
}
