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
        LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
        factory.setPersistenceUnitName(database);
        factory.setDataSource(new DriverManagerDataSource(MySqlServer.shared().freshDatabase(database)));
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
