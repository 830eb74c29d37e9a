/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import dev.onkey.samples.mysql.MySqlServer;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

/** Persistence units as an application without Spring Boot declares them. */
final class PersistenceUnits {

    static final String MARIADB_DIALECT = "org.hibernate.dialect.MariaDBDialect";

    private PersistenceUnits() {}

    static LocalContainerEntityManagerFactoryBean unit(String database, Class<?> neighbourOfItsEntities) {
        HibernateJpaVendorAdapter hibernate = new HibernateJpaVendorAdapter();
        if (onMariaDb()) {
            hibernate.setDatabasePlatform(MARIADB_DIALECT);
        }
        return unit(database, MySqlServer.shared().freshDatabase(database), hibernate, neighbourOfItsEntities);
    }

    /** A unit in a database of another make. */
    static LocalContainerEntityManagerFactoryBean foreign(String url, Class<?> neighbourOfItsEntities) {
        return unit(url, url, new HibernateJpaVendorAdapter(), neighbourOfItsEntities);
    }

    private static LocalContainerEntityManagerFactoryBean unit(
            String name, String url, HibernateJpaVendorAdapter hibernate, Class<?> neighbourOfItsEntities) {
        LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
        factory.setPersistenceUnitName(name);
        factory.setDataSource(new DriverManagerDataSource(url));
        factory.setJpaVendorAdapter(hibernate);
        factory.getJpaPropertyMap().put("hibernate.hbm2ddl.auto", "create-only");
        factory.setPackagesToScan(neighbourOfItsEntities.getPackageName());
        return factory;
    }

    /** MySQL's driver does not let Hibernate recognise MariaDB: there, and only there, an application names the dialect. */
    static boolean onMariaDb() {
        return MySqlServer.shared().version().contains("MariaDB");
    }
}
