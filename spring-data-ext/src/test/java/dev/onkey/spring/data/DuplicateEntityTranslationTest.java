/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.onkey.spring.data.desk.DeskApplication;
import dev.onkey.spring.data.desk.Ticket;
import dev.onkey.spring.data.desk.Tickets;
import jakarta.persistence.EntityManagerFactory;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

class DuplicateEntityTranslationTest {

    @Test
    void bootHasItWithoutAnyUpsertRepository() {
        try (ConfigurableApplicationContext context =
                BootApplications.start("onkey_spring_desk", DeskApplication.class)) {
            assertNamesTicket(context.getBean(Tickets.class));
        }
    }

    @Test
    void bootBacksOffBeforeABeanOfTheApplication() {
        try (ConfigurableApplicationContext context =
                BootApplications.start("onkey_spring_own", DeskApplication.class, OwnTranslation.class)) {
            assertThat(context.getBeansOfType(DuplicateEntityTranslation.class)).containsOnlyKeys("own");
            assertNamesTicket(context.getBean(Tickets.class));
        }
    }

    @Test
    void aRepositoryBringsNoSecondTranslation() {
        assertThat(Shop.SPRING_BOOT.context().getBeansOfType(DuplicateEntityTranslation.class))
                .hasSize(1);
    }

    @Test
    void oneImportBringsItElsewhere() {
        try (ConfigurableApplicationContext context = new AnnotationConfigApplicationContext(PlainDesk.class)) {
            assertNamesTicket(context.getBean(Tickets.class));
        }
    }

    private static void assertNamesTicket(Tickets tickets) {
        tickets.save(new Ticket(7));

        assertThatExceptionOfType(DuplicateEntityException.class)
                .isThrownBy(() -> tickets.save(new Ticket(7)))
                .satisfies(e -> assertThat(e.entityType()).isEqualTo(Ticket.class));
    }

    @Configuration
    static class OwnTranslation {
        @Bean
        static DuplicateEntityTranslation own() {
            return new DuplicateEntityTranslation();
        }
    }

    @Configuration
    @EnableJpaRepositories(basePackageClasses = Tickets.class)
    @Import(DuplicateEntityTranslation.class)
    static class PlainDesk {
        @Bean
        LocalContainerEntityManagerFactoryBean entityManagerFactory() {
            return PersistenceUnits.unit("onkey_spring_plain_desk", Tickets.class);
        }

        @Bean
        JpaTransactionManager transactionManager(EntityManagerFactory entityManagerFactory) {
            return new JpaTransactionManager(entityManagerFactory);
        }
    }
}
