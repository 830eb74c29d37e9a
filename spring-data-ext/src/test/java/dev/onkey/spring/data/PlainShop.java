/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import dev.onkey.spring.data.shop.Accounts;
import dev.onkey.spring.data.shop.Checkout;
import dev.onkey.spring.data.shop.Ledger;
import dev.onkey.spring.data.shop.Receipts;
import dev.onkey.spring.data.shop.Register;
import jakarta.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.annotation.PersistenceExceptionTranslationPostProcessor;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** The shop without Spring Boot. Of Onkey it says nothing. */
@Configuration
@EnableTransactionManagement
@EnableJpaRepositories(basePackageClasses = Accounts.class)
@Import({Checkout.class, Ledger.class, Receipts.class, Register.class})
class PlainShop {

    @Bean
    LocalContainerEntityManagerFactoryBean entityManagerFactory() {
        return PersistenceUnits.unit("onkey_spring_plain", Accounts.class);
    }

    @Bean
    DataSource dataSource(LocalContainerEntityManagerFactoryBean entityManagerFactory) {
        return entityManagerFactory.getDataSource();
    }

    @Bean
    JpaTransactionManager transactionManager(EntityManagerFactory entityManagerFactory) {
        return new JpaTransactionManager(entityManagerFactory);
    }

    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager transactionManager) {
        return new TransactionTemplate(transactionManager);
    }

    @Bean
    static PersistenceExceptionTranslationPostProcessor translation() {
        return new PersistenceExceptionTranslationPostProcessor();
    }
}
