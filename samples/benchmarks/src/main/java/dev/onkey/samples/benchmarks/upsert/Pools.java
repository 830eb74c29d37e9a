/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.onkey.samples.benchmarks.WithoutOnkey;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.cfg.Configuration;

/** Connections to one database, and Hibernate on them; the same for all but for what is said here. */
final class Pools {

    static final String ISOLATION = "TRANSACTION_REPEATABLE_READ";

    private final String url;
    private final int size;

    Pools(String url, int size) {
        this.url = url;
        this.size = size;
    }

    HikariDataSource open(String more) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url + more);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setTransactionIsolation(ISOLATION);
        // else every transaction of everybody would be two statements longer
        config.setAutoCommit(false);
        return new HikariDataSource(config);
    }

    static SessionFactory hibernate(DataSource pool, boolean onkey, int batch) {
        BootstrapServiceRegistryBuilder registry = new BootstrapServiceRegistryBuilder();
        if (!onkey) {
            registry.applyClassLoaderService(new WithoutOnkey());
        }
        Configuration configuration = new Configuration(registry.build())
                .addAnnotatedClass(ItemEntity.class)
                .addAnnotatedClass(NaturalIdItem.class)
                .addAnnotatedClass(AssignedItem.class)
                .setProperty("hibernate.connection.provider_disables_autocommit", "true")
                .setProperty("hibernate.jdbc.batch_size", String.valueOf(batch))
                .setProperty("hibernate.order_inserts", "true")
                .setProperty("hibernate.order_updates", "true");
        configuration.getProperties().put("hibernate.connection.datasource", pool);
        return configuration.buildSessionFactory();
    }
}
