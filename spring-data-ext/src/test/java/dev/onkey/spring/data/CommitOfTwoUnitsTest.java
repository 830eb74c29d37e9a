/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onkey.spring.data.desk.Ticket;
import dev.onkey.spring.data.desk.Tickets;
import dev.onkey.spring.data.shop.Voucher;
import dev.onkey.spring.data.shop.Vouchers;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** Duplicates that nobody notices before the transaction of one of two persistence units ends. */
class CommitOfTwoUnitsTest {
    private static ConfigurableApplicationContext context;
    private static Vouchers vouchers;
    private static Tickets tickets;

    @BeforeAll
    static void start() {
        context = new AnnotationConfigApplicationContext(ShopUnit.class, DeskUnit.class);
        vouchers = context.getBean(Vouchers.class);
        tickets = context.getBean(Tickets.class);
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @BeforeEach
    void oneAndTwo() {
        vouchers.deleteAll();
        tickets.deleteAll();
        vouchers.save(new Voucher("first", 1));
        tickets.saveAll(List.of(new Ticket(1), new Ticket(2)));
    }

    @Test
    void eachNamesTheEntityOfItsOwn() {
        DuplicateEntityException ofTheDesk = duplicateAtCommitOf("deskTransactions", this::renumberAll);
        DuplicateEntityException ofTheShop =
                duplicateAtCommitOf("shopTransactions", () -> vouchers.save(new Voucher("second", 1)));

        assertThat(ofTheDesk.entityType()).isEqualTo(Ticket.class);
        assertThat(ofTheShop.entityType()).isEqualTo(Voucher.class);
    }

    @Test
    void theInnerOneFailsByItself() {
        transaction("shopTransactions").executeWithoutResult(status -> {
            vouchers.save(new Voucher("outer", 9));
            DuplicateEntityException inner = duplicateAtCommitOf("deskTransactions", this::renumberAll);
            assertThat(inner.entityType()).isEqualTo(Ticket.class);
        });

        assertThat(vouchers.findById("outer")).isPresent();
    }

    private void renumberAll() {
        tickets.findAll().forEach(ticket -> ticket.renumber(3));
    }

    private static DuplicateEntityException duplicateAtCommitOf(String transactionManager, Runnable work) {
        AtomicBoolean reachedTheEnd = new AtomicBoolean();
        DuplicateEntityException e = catchThrowableOfType(
                DuplicateEntityException.class,
                () -> transaction(transactionManager).executeWithoutResult(status -> {
                    work.run();
                    reachedTheEnd.set(true);
                }));
        assertThat(e).isNotNull();
        assertThat(reachedTheEnd).isTrue();
        return e;
    }

    private static TransactionTemplate transaction(String transactionManager) {
        return new TransactionTemplate(context.getBean(transactionManager, PlatformTransactionManager.class));
    }

    @Configuration
    @EnableTransactionManagement
    @EnableJpaRepositories(
            basePackageClasses = Vouchers.class,
            entityManagerFactoryRef = "shop",
            transactionManagerRef = "shopTransactions")
    static class ShopUnit {
        @Bean
        LocalContainerEntityManagerFactoryBean shop() {
            return PersistenceUnits.unit("onkey_spring_commit_shop", Vouchers.class);
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
            return PersistenceUnits.unit("onkey_spring_commit_desk", Tickets.class);
        }

        @Bean
        JpaTransactionManager deskTransactions(@Qualifier("desk") EntityManagerFactory desk) {
            return new JpaTransactionManager(desk);
        }
    }
}
