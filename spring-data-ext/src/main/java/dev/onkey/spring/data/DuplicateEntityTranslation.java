/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.support.PersistenceExceptionTranslator;
import org.springframework.orm.jpa.AbstractEntityManagerFactoryBean;
import org.springframework.orm.jpa.JpaDialect;
import org.springframework.orm.jpa.JpaVendorAdapter;

/**
 * Makes Spring translate duplicates to {@link DuplicateEntityException}: from repositories, {@code @Repository} beans and commits.
 *
 * <p>Spring Boot has it by itself, and so has every application with an {@link UpsertRepository}. Elsewhere one line brings it:
 *
 * <pre>{@code
 * @Configuration
 * @Import(DuplicateEntityTranslation.class)
 * class Persistence { … }
 * }</pre>
 *
 * <p><b>Consequences.</b> The entity manager factories of the application get a {@link JpaDialect} in front of their own, which
 * still does everything else. The commits of a factory with neither a dialect nor a {@link JpaVendorAdapter} are not translated, as
 * Spring cannot translate Hibernate's exceptions there; nor are those of a JTA transaction, which ask no dialect. Use
 * {@link DuplicateEntityException#findIn} then.
 *
 * @since 0.1
 */
public final class DuplicateEntityTranslation
        implements BeanPostProcessor, PersistenceExceptionTranslator, PriorityOrdered {

    /** For Spring. */
    public DuplicateEntityTranslation() {}

    @Override
    public Object postProcessBeforeInitialization(Object bean, String beanName) {
        if (bean instanceof AbstractEntityManagerFactoryBean factory) {
            JpaDialect dialect = dialectOf(factory);
            if (dialect != null) {
                factory.setJpaDialect(DuplicateTranslatingDialect.before(dialect));
            }
        }
        return bean;
    }

    /**
     * Asked before all other translators, as a dialect that is a bean of the application is one of them: it would hide the entity.
     */
    @Override
    public @Nullable DataAccessException translateExceptionIfPossible(RuntimeException thrown) {
        return DuplicateTranslatingDialect.duplicateBehind(thrown);
    }

    private static @Nullable JpaDialect dialectOf(AbstractEntityManagerFactoryBean factory) {
        if (factory.getJpaDialect() != null) {
            return factory.getJpaDialect();
        }
        JpaVendorAdapter adapter = factory.getJpaVendorAdapter();
        return adapter == null ? null : adapter.getJpaDialect();
    }

    /**
     * Among the first, as an entity manager factory may be made for another post-processor; the last of these, as one of them may
     * set a dialect.
     */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
