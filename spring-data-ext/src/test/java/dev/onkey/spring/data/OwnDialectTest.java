/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.onkey.spring.data.shop.Account;
import dev.onkey.spring.data.shop.Accounts;
import dev.onkey.spring.data.shop.ShopApplication;
import dev.onkey.spring.data.shop.Voucher;
import dev.onkey.spring.data.shop.Vouchers;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.jpa.HibernatePersistenceProvider;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.JpaVendorAdapter;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaDialect;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What an application brings for its transactions and exceptions is still asked, but for duplicates. */
class OwnDialectTest {

    @Test
    void ofTheFactory() {
        try (ConfigurableApplicationContext context = new AnnotationConfigApplicationContext(OfTheFactory.class)) {
            assertThatAllIsRefusedButDuplicates(context);
            assertThat(context.getBean(StrictDialect.class).begun).hasPositiveValue();
        }
    }

    @Test
    void ofTheVendorAdapter() {
        try (ConfigurableApplicationContext context =
                BootApplications.start("onkey_spring_adapter", ShopApplication.class, OfTheAdapter.class)) {
            assertThatAllIsRefusedButDuplicates(context);
            assertThat(context.getBean(StrictDialect.class).begun).hasPositiveValue();
        }
    }

    @Test
    void aTranslatorOfJdbcsExceptions() {
        try (ConfigurableApplicationContext context =
                BootApplications.start("onkey_spring_jdbc", ShopApplication.class, OfJdbc.class)) {
            assertThatAllIsRefusedButDuplicates(context);
        }
    }

    @Test
    void repositoriesOfAFactoryWithoutADialectAreTranslatedToo() {
        try (ConfigurableApplicationContext context = new AnnotationConfigApplicationContext(OfNobody.class)) {
            Accounts accounts = context.getBean(Accounts.class);
            accounts.save(new Account("ann@x.org", "1", "Ann"));

            assertThatExceptionOfType(DuplicateEntityException.class)
                    .isThrownBy(() -> accounts.save(new Account("ann@x.org", "2", "Ann")));
        }
    }

    private static void assertThatAllIsRefusedButDuplicates(ApplicationContext context) {
        Accounts accounts = context.getBean(Accounts.class);
        Vouchers vouchers = context.getBean(Vouchers.class);
        accounts.save(new Account("ann@x.org", "1", "Ann"));
        vouchers.save(new Voucher("first", 1));

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> accounts.save(new Account("bob@x.org", "2", null)));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> accounts.upsert(new Account("bob@x.org", "2", null)));
        assertThatExceptionOfType(DuplicateEntityException.class)
                .isThrownBy(() -> accounts.save(new Account("ann@x.org", "2", "Ann")));
        assertThatExceptionOfType(DuplicateEntityException.class)
                .isThrownBy(() -> accounts.upsert(new Account("bob@x.org", "1", "Bob")));
        assertThatExceptionOfType(DuplicateEntityException.class)
                .isThrownBy(() -> context.getBean(TransactionTemplate.class)
                        .executeWithoutResult(status -> vouchers.save(new Voucher("second", 1))));
    }

    private static final class Refused extends DataIntegrityViolationException {
        private static final long serialVersionUID = 1L;

        Refused(Throwable cause) {
            super("refused", cause);
        }
    }

    @SuppressWarnings("serial")
    private static final class StrictDialect extends HibernateJpaDialect {
        private final AtomicInteger begun = new AtomicInteger();

        @Override
        public Object beginTransaction(EntityManager entityManager, TransactionDefinition definition)
                throws SQLException {
            begun.incrementAndGet();
            return super.beginTransaction(entityManager, definition);
        }

        @Override
        public DataAccessException translateExceptionIfPossible(RuntimeException thrown) {
            return thrown instanceof ConstraintViolationException
                            || thrown.getCause() instanceof ConstraintViolationException
                    ? new Refused(thrown)
                    : super.translateExceptionIfPossible(thrown);
        }
    }

    @Configuration
    @EnableJpaRepositories(basePackageClasses = Accounts.class)
    static class OfTheFactory {
        @Bean
        static StrictDialect dialect() {
            return new StrictDialect();
        }

        @Bean
        LocalContainerEntityManagerFactoryBean entityManagerFactory(StrictDialect dialect) {
            LocalContainerEntityManagerFactoryBean factory =
                    PersistenceUnits.unit("onkey_spring_strict", Account.class);
            factory.setJpaDialect(dialect);
            return factory;
        }

        @Bean
        JpaTransactionManager transactionManager(EntityManagerFactory entityManagerFactory) {
            JpaTransactionManager manager = new JpaTransactionManager(entityManagerFactory);
            manager.setJpaDialect(new HibernateJpaDialect());
            return manager;
        }

        @Bean
        TransactionTemplate transactionTemplate(JpaTransactionManager transactionManager) {
            return new TransactionTemplate(transactionManager);
        }
    }

    @Configuration
    static class OfTheAdapter {
        @Bean
        StrictDialect dialect() {
            return new StrictDialect();
        }

        @Bean
        JpaVendorAdapter jpaVendorAdapter(StrictDialect dialect) {
            return new HibernateJpaVendorAdapter() {
                @Override
                public HibernateJpaDialect getJpaDialect() {
                    return dialect;
                }
            };
        }
    }

    @Configuration
    static class OfJdbc {
        @Bean
        JpaVendorAdapter jpaVendorAdapter() {
            HibernateJpaVendorAdapter adapter = new HibernateJpaVendorAdapter();
            adapter.getJpaDialect().setJdbcExceptionTranslator((task, sql, error) -> new Refused(error));
            return adapter;
        }
    }

    @Configuration
    @EnableJpaRepositories(basePackageClasses = Accounts.class)
    static class OfNobody {
        @Bean
        LocalContainerEntityManagerFactoryBean entityManagerFactory() {
            LocalContainerEntityManagerFactoryBean factory =
                    PersistenceUnits.unit("onkey_spring_nobody", Account.class);
            factory.setJpaVendorAdapter(null);
            factory.setPersistenceProviderClass(HibernatePersistenceProvider.class);
            return factory;
        }

        @Bean
        JpaTransactionManager transactionManager(EntityManagerFactory entityManagerFactory) {
            return new JpaTransactionManager(entityManagerFactory);
        }
    }
}
