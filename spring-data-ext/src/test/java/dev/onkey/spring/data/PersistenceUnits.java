/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import dev.onkey.samples.mysql.MySqlServer;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

/** Persistence units as an application without Spring Boot declares them. */
final class PersistenceUnits {

    private PersistenceUnits() {}

    static LocalContainerEntityManagerFactoryBean unit(String database, Class<?> neighbourOfItsEntities) {
        HibernateJpaVendorAdapter hibernate = new HibernateJpaVendorAdapter();
        hibernate.setGenerateDdl(true);
        LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
        factory.setPersistenceUnitName(database);
        factory.setDataSource(new DriverManagerDataSource(MySqlServer.shared().freshDatabase(database)));
        factory.setJpaVendorAdapter(hibernate);
        factory.setPackagesToScan(neighbourOfItsEntities.getPackageName());
        return factory;
    }
}
