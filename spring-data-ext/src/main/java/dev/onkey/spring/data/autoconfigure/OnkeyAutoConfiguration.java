/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.autoconfigure;

import dev.onkey.spring.data.DuplicateEntityTranslation;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Import;
import org.springframework.orm.jpa.AbstractEntityManagerFactoryBean;

/**
 * Translates duplicates in a Spring Boot application, unless it brings its own {@link DuplicateEntityTranslation}.
 *
 * <p>It needs no place before or after Boot's JPA auto-configuration, whose name differs between Boot 3 and 4: Spring makes
 * post-processors before any other bean.
 */
@AutoConfiguration
@ConditionalOnClass(AbstractEntityManagerFactoryBean.class)
@ConditionalOnMissingBean(DuplicateEntityTranslation.class)
@Import(DuplicateEntityTranslation.class)
class OnkeyAutoConfiguration {}
