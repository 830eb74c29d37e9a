/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.autoconfigure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onkey.hibernate.OnkeySettings;
import dev.onkey.spring.data.DuplicateEntityTranslation;
import dev.onkey.spring.data.UpsertFragments;
import dev.onkey.spring.data.UpsertTransactions;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Parameter;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.orm.jpa.AbstractEntityManagerFactoryBean;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.transaction.annotation.Isolation;

/** Every condition, and every property. */
class OnkeyAutoConfigurationTest {

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(OnkeyAutoConfiguration.class));

    @Test
    void configuresAllByItself() {
        application.run(context -> assertThat(context)
                .hasSingleBean(DuplicateEntityTranslation.class)
                .hasSingleBean(UpsertFragments.class)
                .hasSingleBean(UpsertTransactions.class)
                .hasSingleBean(HibernateSettings.class));
    }

    @Test
    void isNotThereWithoutJpa() {
        application
                .withClassLoader(new FilteredClassLoader(AbstractEntityManagerFactoryBean.class))
                .run(context -> assertThat(context)
                        .doesNotHaveBean(DuplicateEntityTranslation.class)
                        .doesNotHaveBean(UpsertFragments.class)
                        .doesNotHaveBean(UpsertTransactions.class)
                        .doesNotHaveBean(HibernateSettings.class));
    }

    @Test
    void translatesWithoutSpringDataToo() {
        application
                .withClassLoader(new FilteredClassLoader(JpaRepository.class))
                .run(context -> assertThat(context)
                        .hasSingleBean(DuplicateEntityTranslation.class)
                        .hasSingleBean(HibernateSettings.class)
                        .doesNotHaveBean(UpsertFragments.class)
                        .doesNotHaveBean(UpsertTransactions.class));
    }

    @Test
    void leavesTheApplicationsOwnFragmentsAlone() {
        application
                .withBean("own", UpsertFragments.class)
                .run(context ->
                        assertThat(context).hasSingleBean(UpsertFragments.class).hasBean("own"));
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
    void leavesTheApplicationsOwnTransactionsAlone() {
        application
                .withBean("own", UpsertTransactions.class, UpsertTransactions::standard)
                .run(context -> assertThat(context)
                        .hasSingleBean(UpsertTransactions.class)
                        .hasBean("own")
                        .doesNotHaveBean(OnkeyProperties.class));
    }

    @Test
    @DisplayName("`onkey.*` properties")
    void readsItsProperties() {
        application
                .withPropertyValues(
                        "onkey.isolation=read-committed",
                        "onkey.retry.first-pause=20ms",
                        "onkey.retry.multiplier=1.5",
                        "onkey.retry.longest-pause=1s",
                        "onkey.retry.most-times=3",
                        "onkey.retry.within=1m",
                        "onkey.retry.also-on=1290,1317")
                .run(context -> {
                    OnkeyProperties properties = context.getBean(OnkeyProperties.class);
                    assertThat(properties.isolation()).isEqualTo(Isolation.READ_COMMITTED);
                    assertThat(properties.retry())
                            .isEqualTo(new OnkeyProperties.Retry(
                                    Duration.ofMillis(20),
                                    1.5,
                                    Duration.ofSeconds(1),
                                    3,
                                    Duration.ofMinutes(1),
                                    Set.of(1290, 1317)));
                });
    }

    @Test
    void leavesTheApplicationsOwnSettingsAlone() {
        application
                .withBean("own", HibernateSettings.class, () -> new HibernateSettings(new StandardEnvironment()))
                .run(context -> assertThat(context)
                        .hasSingleBean(HibernateSettings.class)
                        .hasBean("own"));
    }

    @Test
    void handsHibernateItsSettings() {
        application
                .withPropertyValues("onkey.duplicate.show-values=true", "onkey.duplicate.index_lookup=false")
                .run(context -> assertThat(settings(context, Map.of()))
                        .containsEntry(OnkeySettings.DUPLICATE_VALUES, "true")
                        .containsEntry(OnkeySettings.INDEX_LOOKUP, "false"));
        application.run(context -> assertThat(settings(context, Map.of())).isEmpty());
    }

    @Test
    void whatIsSetForHibernateItselfComesFirst() {
        Map<String, String> own = Map.of(OnkeySettings.DUPLICATE_VALUES, "false");

        application
                .withPropertyValues("onkey.duplicate.show-values=true", "onkey.upsert.strategy=insert_first")
                .run(context -> assertThat(settings(context, own))
                        .isEqualTo(Map.of(
                                OnkeySettings.DUPLICATE_VALUES,
                                "false",
                                OnkeySettings.UPSERT_STRATEGY,
                                OnkeySettings.INSERT_FIRST)));
    }

    private static Map<String, Object> settings(ApplicationContext context, Map<String, String> own) {
        LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
        factory.getJpaPropertyMap().putAll(own);
        context.getBean(HibernateSettings.class).postProcessBeforeInitialization(factory, "entityManagerFactory");
        return factory.getJpaPropertyMap();
    }

    @Test
    void eachPropertyIsDescribedWithItsDefault() throws IOException {
        try (InputStream file =
                OnkeyProperties.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            String metadata = new String(file.readAllBytes(), UTF_8).replaceAll("\\s+", " ");
            describes(metadata, "onkey.isolation", "default");
            for (Parameter property : OnkeyProperties.Retry.class.getDeclaredConstructors()[0].getParameters()) {
                String[] byDefault = property.getAnnotation(DefaultValue.class).value();
                describes(metadata, "onkey.retry." + dashed(property.getName()), byDefault);
            }
            HibernateSettings.SETTINGS.keySet().forEach(name -> describes(metadata, name));
        }
    }

    private static void describes(String metadata, String name, String... byDefault) {
        assertThat(metadata)
                .containsPattern("\"name\": \"" + name + "\", [^}]*\"description\": [^}]*"
                        + (byDefault.length == 0 ? "" : "\"defaultValue\": \"?" + byDefault[0] + "\"? }"));
    }

    private static String dashed(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
