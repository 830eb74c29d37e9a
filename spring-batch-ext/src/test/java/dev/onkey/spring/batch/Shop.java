/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.batch;

import dev.onkey.samples.mysql.MySqlServer;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

/** A persistence unit whose database holds Batch's own tables too. */
final class Shop {
    private static Shop shared;

    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private final EntityManagerFactory factory;
    private final JpaTransactionManager transactions;
    private final JobRepository repository;

    private Shop() throws Exception {
        dataSource = new DriverManagerDataSource(MySqlServer.shared().freshDatabase("onkey_spring_batch"));
        jdbc = new JdbcTemplate(dataSource);
        factory = factory(dataSource);
        transactions = new JpaTransactionManager(factory);
        new ResourceDatabasePopulator(new ClassPathResource("org/springframework/batch/core/schema-mysql.sql"))
                .execute(dataSource);
        repository = Engine.repository(dataSource, transactions);
    }

    static synchronized Shop empty() throws Exception {
        if (shared == null) {
            shared = new Shop();
        }
        shared.jdbc.update("delete from Product");
        return shared;
    }

    DataSource dataSource() {
        return dataSource;
    }

    EntityManagerFactory factory() {
        return factory;
    }

    JpaTransactionManager transactions() {
        return transactions;
    }

    JobRepository repository() {
        return repository;
    }

    List<Integer> numbers() {
        return jdbc.queryForList("select number from Product order by number", Integer.class);
    }

    List<String> names() {
        return jdbc.queryForList("select name from Product order by number", String.class);
    }

    private static EntityManagerFactory factory(DataSource dataSource) {
        HibernateJpaVendorAdapter hibernate = new HibernateJpaVendorAdapter();
        if (MySqlServer.shared().version().contains("MariaDB")) {
            hibernate.setDatabasePlatform("org.hibernate.dialect.MariaDBDialect");
        }
        LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
        factory.setPersistenceUnitName("shop");
        factory.setDataSource(dataSource);
        factory.setJpaVendorAdapter(hibernate);
        factory.getJpaPropertyMap().put("hibernate.hbm2ddl.auto", "create-only");
        factory.setPackagesToScan(Product.class.getPackageName());
        factory.afterPropertiesSet();
        return factory.getObject();
    }
}
