/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.autoconfigure;

import dev.onkey.hibernate.OnkeySettings;
import java.util.Map;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.core.env.Environment;
import org.springframework.orm.jpa.AbstractEntityManagerFactoryBean;

/**
 * Hands what {@link OnkeySettings} has of the application's properties to Hibernate; what is set for Hibernate itself comes first.
 *
 * <p>Boot has a customizer for that, but in another package since its version 4.
 */
final class HibernateSettings implements BeanPostProcessor, PriorityOrdered {

    static final Map<String, String> SETTINGS = Map.of(
            "onkey.duplicate.show-values", OnkeySettings.DUPLICATE_VALUES,
            "onkey.duplicate.index-lookup", OnkeySettings.INDEX_LOOKUP,
            "onkey.upsert.strategy", OnkeySettings.UPSERT_STRATEGY);

    private final Environment environment;

    HibernateSettings(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String beanName) {
        if (bean instanceof AbstractEntityManagerFactoryBean factory) {
            Binder binder = Binder.get(environment);
            SETTINGS.forEach((property, setting) -> binder.bind(property, String.class)
                    .ifBound(value -> factory.getJpaPropertyMap().putIfAbsent(setting, value)));
        }
        return bean;
    }

    /** Among the first, as an entity manager factory may be made for another post-processor. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
