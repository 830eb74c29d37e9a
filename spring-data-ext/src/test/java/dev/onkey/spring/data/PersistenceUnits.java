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
        LocalContainerEntityManagerFactoryBean factory =
                unitOf(database, MySqlServer.shared().freshDatabase(database), neighbourOfItsEntities);
        if (onMariaDb()) {
            factory.getJpaPropertyMap().put("hibernate.dialect", MARIADB_DIALECT);
        }
        return factory;
    }

    /** A unit in a database of another make. */
    static LocalContainerEntityManagerFactoryBean foreign(String url, Class<?> neighbourOfItsEntities) {
        return unitOf(url, url, neighbourOfItsEntities);
    }

    private static LocalContainerEntityManagerFactoryBean unitOf(
            String name, String url, Class<?> neighbourOfItsEntities) {
        LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
        factory.setPersistenceUnitName(name);
        factory.setDataSource(new DriverManagerDataSource(url));
        factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        factory.getJpaPropertyMap().put("hibernate.hbm2ddl.auto", "create-only");
        factory.setPackagesToScan(neighbourOfItsEntities.getPackageName());
        return factory;
    }

    /** MySQL's driver does not let Hibernate recognise MariaDB: there, and only there, an application names the dialect. */
    static boolean onMariaDb() {
        return MySqlServer.shared().version().contains("MariaDB");
    }
}
