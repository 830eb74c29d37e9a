/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.autoconfigure;

import dev.onkey.spring.data.DuplicateEntityTranslation;
import dev.onkey.spring.data.UpsertRetry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.orm.jpa.AbstractEntityManagerFactoryBean;

/**
 * Translates duplicates in a Spring Boot application, unless it brings its own {@link DuplicateEntityTranslation}, and reads the
 * properties of repeated calls, unless it brings its own {@link UpsertRetry}.
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
    @ConditionalOnMissingBean(UpsertRetry.class)
    @EnableConfigurationProperties(RetryProperties.class)
    static class Retry {

        @Bean
        UpsertRetry upsertRetry(RetryProperties properties) {
            return properties.policy();
        }
    }
}
