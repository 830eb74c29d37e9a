/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks;

import dev.onkey.samples.mysql.MySqlServer;
import org.hibernate.SessionFactory;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.cfg.Configuration;

/** Session factories that are the same but for Onkey. */
final class Factories {

    private Factories() {}

    static SessionFactory on(String database, boolean onkey, Class<?>... entities) {
        BootstrapServiceRegistryBuilder registry = new BootstrapServiceRegistryBuilder();
        if (!onkey) {
            registry.applyClassLoaderService(new WithoutOnkey());
        }
        Configuration configuration = new Configuration(registry.build());
        for (Class<?> entity : entities) {
            configuration.addAnnotatedClass(entity);
        }
        return configuration
                .setProperty(
                        "hibernate.connection.url",
                        MySqlServer.shared().freshDatabase(database)
                                + "&rewriteBatchedStatements=true&useLocalSessionState=true")
                .setProperty("hibernate.hbm2ddl.auto", "create")
                .setProperty("hibernate.jdbc.batch_size", "100")
                .buildSessionFactory();
    }
}
