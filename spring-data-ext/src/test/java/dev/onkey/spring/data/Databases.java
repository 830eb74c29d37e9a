/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import dev.onkey.spring.data.desk.Tickets;
import dev.onkey.spring.data.several.Shops;
import dev.onkey.spring.data.shop.Account;
import jakarta.persistence.EntityManagerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanNameGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** Persistence units beside each other, each with a transaction manager of its own. */
final class Databases {

    private Databases() {}

    @Configuration
    @EnableTransactionManagement(proxyTargetClass = true)
    @EnableJpaRepositories(
            basePackageClasses = Shops.class,
            considerNestedRepositories = true,
            includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Shops.NorthAccounts.class),
            entityManagerFactoryRef = "north",
            transactionManagerRef = "northTransactions")
    static class North {
        @Bean
        LocalContainerEntityManagerFactoryBean north() {
            return PersistenceUnits.unit("onkey_spring_north", Account.class);
        }

        @Bean
        JpaTransactionManager northTransactions(@Qualifier("north") EntityManagerFactory north) {
            return new JpaTransactionManager(north);
        }
    }

    @Configuration
    @EnableJpaRepositories(
            basePackageClasses = Shops.class,
            considerNestedRepositories = true,
            includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Shops.SouthAccounts.class),
            entityManagerFactoryRef = "south",
            transactionManagerRef = "southTransactions")
    static class South {
        @Bean
        LocalContainerEntityManagerFactoryBean south() {
            return PersistenceUnits.unit("onkey_spring_south", Account.class);
        }

        @Bean
        JpaTransactionManager southTransactions(@Qualifier("south") EntityManagerFactory south) {
            return new JpaTransactionManager(south);
        }
    }

    @Configuration
    @EnableJpaRepositories(
            basePackageClasses = Shops.class,
            considerNestedRepositories = true,
            includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Shops.NorthAccounts.class),
            nameGenerator = Again.class,
            entityManagerFactoryRef = "south",
            transactionManagerRef = "southTransactions")
    static class NorthAgain extends South {}

    static class Again implements BeanNameGenerator {
        @Override
        public String generateBeanName(BeanDefinition definition, BeanDefinitionRegistry registry) {
            return "again";
        }
    }

    /** Not MySQL. */
    @Configuration
    @EnableJpaRepositories(
            basePackageClasses = Tickets.class,
            entityManagerFactoryRef = "desk",
            transactionManagerRef = "deskTransactions")
    static class Desk {
        @Bean
        LocalContainerEntityManagerFactoryBean desk() {
            return PersistenceUnits.foreign("jdbc:h2:mem:desk;DB_CLOSE_DELAY=-1", Tickets.class);
        }

        @Bean
        JpaTransactionManager deskTransactions(@Qualifier("desk") EntityManagerFactory desk) {
            return new JpaTransactionManager(desk);
        }
    }
}
