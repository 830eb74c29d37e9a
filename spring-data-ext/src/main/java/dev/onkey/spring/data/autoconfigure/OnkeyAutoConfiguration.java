/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.autoconfigure;

import dev.onkey.spring.data.DuplicateEntityTranslation;
import dev.onkey.spring.data.UpsertFragments;
import dev.onkey.spring.data.UpsertTransactions;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.orm.jpa.AbstractEntityManagerFactoryBean;

/**
 * Translates duplicates in a Spring Boot application, unless it brings its own {@link DuplicateEntityTranslation}, and makes
 * {@link UpsertTransactions} and {@link HibernateSettings} of its properties, the first unless it brings its own.
 *
 * <p>It needs no place before or after Boot's JPA auto-configuration, whose name differs between Boot 3 and 4: Spring makes
 * post-processors before any other bean.
 */
@AutoConfiguration
@ConditionalOnClass(AbstractEntityManagerFactoryBean.class)
class OnkeyAutoConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean(DuplicateEntityTranslation.class)
    @Import(DuplicateEntityTranslation.class)
    static class Translation {}

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(JpaRepository.class)
    @ConditionalOnMissingBean(UpsertFragments.class)
    @Import(UpsertFragments.class)
    static class Repositories {}

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(JpaRepository.class)
    @ConditionalOnMissingBean(UpsertTransactions.class)
    @EnableConfigurationProperties(OnkeyProperties.class)
    static class Transactions {

        @Bean
        UpsertTransactions upsertTransactions(OnkeyProperties properties) {
            return properties.transactions();
        }
    }

    @Bean
    @ConditionalOnMissingBean
    static HibernateSettings onkeyHibernateSettings(Environment environment) {
        return new HibernateSettings(environment);
    }
}
