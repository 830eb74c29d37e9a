/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.isolation;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.onkey.samples.mysql.MySqlServer;
import dev.onkey.spring.data.UpsertRetriedEvent;
import dev.onkey.spring.data.UpsertTransactions;
import jakarta.persistence.EntityManagerFactory;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.PlatformTransactionManager;

/** A Spring application whose repository counts. */
@Configuration(proxyBeanMethods = false)
@EnableJpaRepositories
class CounterApplication {

    static AnnotationConfigApplicationContext start(Isolated isolated, Consumer<UpsertRetriedEvent> retried) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(Isolated.class, () -> isolated);
        context.register(CounterApplication.class);
        context.addApplicationListener(ApplicationListener.forPayload(retried));
        context.refresh();
        return context;
    }

    @Bean
    HikariDataSource dataSource(Isolated isolated) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(MySqlServer.shared().freshDatabase("bench_isolation"));
        config.setMaximumPoolSize(IsolationBenchmark.THREADS);
        config.setTransactionIsolation(isolated.ofThePool);
        return new HikariDataSource(config);
    }

    @Bean
    LocalContainerEntityManagerFactoryBean entityManagerFactory(DataSource dataSource) {
        LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
        factory.setDataSource(dataSource);
        factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        factory.getJpaPropertyMap().put("hibernate.hbm2ddl.auto", "create-only");
        factory.setPackagesToScan(Counter.class.getPackageName());
        return factory;
    }

    @Bean
    PlatformTransactionManager transactionManager(EntityManagerFactory entityManagerFactory) {
        return new JpaTransactionManager(entityManagerFactory);
    }

    @Bean
    UpsertTransactions upsertTransactions(Isolated isolated) {
        return UpsertTransactions.standard().isolation(isolated.ofTheCall);
    }
}
