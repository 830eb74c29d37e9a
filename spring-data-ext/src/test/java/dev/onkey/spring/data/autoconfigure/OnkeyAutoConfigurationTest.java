/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.autoconfigure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onkey.spring.data.DuplicateEntityTranslation;
import dev.onkey.spring.data.UpsertRetry;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Parameter;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.orm.jpa.AbstractEntityManagerFactoryBean;

/** Every condition, and every property. */
class OnkeyAutoConfigurationTest {

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(OnkeyAutoConfiguration.class));

    @Test
    void configuresAllByItself() {
        application.run(context -> assertThat(context)
                .hasSingleBean(DuplicateEntityTranslation.class)
                .hasSingleBean(UpsertRetry.class));
    }

    @Test
    void isNotThereWithoutJpa() {
        application
                .withClassLoader(new FilteredClassLoader(AbstractEntityManagerFactoryBean.class))
                .run(context -> assertThat(context)
                        .doesNotHaveBean(DuplicateEntityTranslation.class)
                        .doesNotHaveBean(UpsertRetry.class));
    }

    @Test
    void leavesTheApplicationsOwnTranslationAlone() {
        application
                .withBean("own", DuplicateEntityTranslation.class)
                .run(context -> assertThat(context)
                        .hasSingleBean(DuplicateEntityTranslation.class)
                        .hasBean("own"));
    }

    @Test
    void leavesTheApplicationsOwnRetryAlone() {
        application
                .withBean("own", UpsertRetry.class, UpsertRetry::standard)
                .run(context -> assertThat(context)
                        .hasSingleBean(UpsertRetry.class)
                        .hasBean("own")
                        .doesNotHaveBean(RetryProperties.class));
    }

    @Test
    @DisplayName("`onkey.*` properties")
    void readsItsProperties() {
        application
                .withPropertyValues(
                        "onkey.retry.first-pause=20ms",
                        "onkey.retry.multiplier=1.5",
                        "onkey.retry.longest-pause=1s",
                        "onkey.retry.most-times=3",
                        "onkey.retry.within=1m",
                        "onkey.retry.also-on=1290,1317")
                .run(context -> {
                    RetryProperties properties = context.getBean(RetryProperties.class);
                    assertThat(properties.firstPause()).isEqualTo(Duration.ofMillis(20));
                    assertThat(properties.multiplier()).isEqualTo(1.5);
                    assertThat(properties.longestPause()).isEqualTo(Duration.ofSeconds(1));
                    assertThat(properties.mostTimes()).isEqualTo(3);
                    assertThat(properties.within()).isEqualTo(Duration.ofMinutes(1));
                    assertThat(properties.alsoOn()).containsExactlyInAnyOrder(1290, 1317);
                });
    }

    @Test
    void eachPropertyIsDescribedWithItsDefault() throws IOException {
        try (InputStream file =
                RetryProperties.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            String metadata = new String(file.readAllBytes(), UTF_8).replaceAll("\\s+", " ");
            for (Parameter property : RetryProperties.class.getDeclaredConstructors()[0].getParameters()) {
                String name = property.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
                DefaultValue byDefault = property.getAnnotation(DefaultValue.class);
                String value = byDefault.value().length == 0 ? "" : byDefault.value()[0];
                assertThat(metadata)
                        .containsPattern("\"name\": \"onkey.retry." + name + "\", [^}]*"
                                + (value.isEmpty() ? "" : "\"defaultValue\": \"?" + value + "\"? }"));
            }
        }
    }
}
