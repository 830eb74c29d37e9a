/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.onkey.hibernate.Outcome;
import dev.onkey.samples.mysql.MySqlServer;
import dev.onkey.spring.data.desk.DeskApplication;
import dev.onkey.spring.data.desk.Ticket;
import dev.onkey.spring.data.desk.Tickets;
import dev.onkey.spring.data.meter.Meter;
import dev.onkey.spring.data.meter.MeterApplication;
import dev.onkey.spring.data.meter.Meters;
import dev.onkey.spring.data.meter.Retries;
import java.lang.annotation.Annotation;
import java.time.Duration;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestContextManager;
import org.springframework.test.context.TestPropertySource;
import org.springframework.util.ClassUtils;

/**
 * What users write as {@code @DataJpaTest}. Its package is another one in Spring Boot 4, and these tests are compiled once for both:
 * hence a subclass that is made up.
 */
class DataJpaTestTest {

    @Test
    @DisplayName("`@DataJpaTest`: duplicates name their entity")
    void aSliceTranslatesDuplicates() {
        Tickets tickets = contextOf(OfTheDesk.class).getBean(Tickets.class);
        tickets.save(new Ticket(7));

        assertThatExceptionOfType(DuplicateEntityException.class)
                .isThrownBy(() -> tickets.save(new Ticket(7)))
                .satisfies(e -> assertThat(e.entityType()).isEqualTo(Ticket.class));
    }

    @Test
    @DisplayName("`@DataJpaTest`: repositories upsert, and the properties are read")
    void aSliceUpserts() {
        ApplicationContext context = contextOf(OfTheMeter.class);

        assertThat(context.getBean(Meters.class).upsert(new Meter("steps", 1)).outcome())
                .isEqualTo(Outcome.CREATED);
        assertThat(context.getBean(UpsertTransactions.class).allows(1, Duration.ZERO))
                .as("onkey.retry.most-times")
                .isFalse();
        assertThat(context.getBeansOfType(Retries.class)).as("not a slice").isEmpty();
    }

    @TestPropertySource(
            properties = {
                "spring.main.banner-mode=off",
                "spring.test.database.replace=none",
                "spring.jpa.hibernate.ddl-auto=create-only",
                "onkey.retry.most-times=0"
            })
    public static class Slice {
        @DynamicPropertySource
        static void database(DynamicPropertyRegistry properties) {
            properties.add("spring.datasource.url", () -> MySqlServer.shared().freshDatabase("onkey_spring_slice"));
            if (PersistenceUnits.onMariaDb()) {
                properties.add("spring.jpa.database-platform", () -> PersistenceUnits.MARIADB_DIALECT);
            }
        }
    }

    @ContextConfiguration(classes = DeskApplication.class)
    public static class OfTheDesk extends Slice {}

    @ContextConfiguration(classes = MeterApplication.class)
    public static class OfTheMeter extends Slice {}

    private static ApplicationContext contextOf(Class<? extends Slice> test) {
        Class<?> annotated = new ByteBuddy()
                .subclass(test)
                .annotateType(AnnotationDescription.Builder.ofType(dataJpaTest())
                        .define("showSql", false)
                        .build())
                .make()
                .load(test.getClassLoader(), ClassLoadingStrategy.Default.WRAPPER_PERSISTENT)
                .getLoaded();
        ClassLoader before = ClassUtils.overrideThreadContextClassLoader(annotated.getClassLoader());
        try {
            return new TestContextManager(annotated).getTestContext().getApplicationContext();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @SuppressWarnings("unchecked")
    private static Class<? extends Annotation> dataJpaTest() {
        String inBoot4 = "org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest";
        String inBoot3 = "org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest";
        ClassLoader classes = DataJpaTestTest.class.getClassLoader();
        return (Class<? extends Annotation>)
                ClassUtils.resolveClassName(ClassUtils.isPresent(inBoot4, classes) ? inBoot4 : inBoot3, classes);
    }
}
