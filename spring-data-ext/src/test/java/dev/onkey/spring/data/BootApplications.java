/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import dev.onkey.samples.mysql.MySqlServer;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts Spring Boot applications with a database, and with nothing else configured. */
final class BootApplications {

    private BootApplications() {}

    static ConfigurableApplicationContext start(String database, Class<?>... sources) {
        return new SpringApplicationBuilder(sources)
                .properties(Map.of(
                        "spring.main.banner-mode", "off",
                        "spring.datasource.url", MySqlServer.shared().freshDatabase(database),
                        "spring.datasource.hikari.maximum-pool-size", "3",
                        "spring.jpa.hibernate.ddl-auto", "create"))
                .run();
    }
}
