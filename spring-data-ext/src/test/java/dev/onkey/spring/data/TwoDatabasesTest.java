/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.onkey.spring.data.desk.Ticket;
import dev.onkey.spring.data.desk.Tickets;
import dev.onkey.spring.data.shop.Account;
import dev.onkey.spring.data.shop.Accounts;
import jakarta.persistence.EntityManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** Two persistence units, and no default among them: whatever asks for "the" transaction manager fails. */
class TwoDatabasesTest {
    private static ConfigurableApplicationContext context;

    @BeforeAll
    static void start() {
        context = new AnnotationConfigApplicationContext(ShopUnit.class, DeskUnit.class);
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Test
    @DisplayName("works on the right persistence unit when there are two")
    void upsertsUseTheRepositorysOwnTransactionManager() {
        Account account = context.getBean(Accounts.class).getOrCreate(new Account("ann@x.org", "1", "Ann"));

        assertThat(context.getBean(Accounts.class).findById(account.id())).isPresent();
    }

    @Test
    void duplicatesAreTranslatedInBoth() {
        Tickets tickets = context.getBean(Tickets.class);
        tickets.save(new Ticket(7));

        assertThatExceptionOfType(DuplicateEntityException.class)
                .isThrownBy(() -> tickets.save(new Ticket(7)))
                .satisfies(e -> assertThat(e.entityType()).isEqualTo(Ticket.class));
    }

    @Configuration
    @EnableTransactionManagement(proxyTargetClass = true)
    @EnableJpaRepositories(
            basePackageClasses = Accounts.class,
            entityManagerFactoryRef = "shop",
            transactionManagerRef = "shopTransactions")
    static class ShopUnit {
        @Bean
        LocalContainerEntityManagerFactoryBean shop() {
            return PersistenceUnits.unit("onkey_spring_two_shop", Accounts.class);
        }

        @Bean
        JpaTransactionManager shopTransactions(@Qualifier("shop") EntityManagerFactory shop) {
            return new JpaTransactionManager(shop);
        }
    }

    @Configuration
    @EnableJpaRepositories(
            basePackageClasses = Tickets.class,
            entityManagerFactoryRef = "desk",
            transactionManagerRef = "deskTransactions")
    static class DeskUnit {
        @Bean
        LocalContainerEntityManagerFactoryBean desk() {
            return PersistenceUnits.unit("onkey_spring_two_desk", Tickets.class);
        }

        @Bean
        JpaTransactionManager deskTransactions(@Qualifier("desk") EntityManagerFactory desk) {
            return new JpaTransactionManager(desk);
        }
    }
}
