/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import dev.onkey.hibernate.upsert.UpsertPlans;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.data.jpa.repository.JpaContext;
import org.springframework.data.repository.core.RepositoryInformation;
import org.springframework.data.repository.core.support.RepositoryFactoryBeanSupport;

/**
 * Puts an {@link UpsertInterceptor} in front of every {@link UpsertRepository} of an application, and refuses to start where one of
 * them could not work. Repositories that are made later, deferred or lazy ones, are refused at their first use.
 */
final class UpsertInterception
        implements BeanPostProcessor, SmartInitializingSingleton, ApplicationContextAware, PriorityOrdered {

    private final Map<Class<?>, Class<?>> entities = new ConcurrentHashMap<>();
    private @Nullable ApplicationContext context;

    @Override
    public void setApplicationContext(ApplicationContext applicationContext) {
        this.context = applicationContext;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String beanName) {
        if (bean instanceof RepositoryFactoryBeanSupport<?, ?, ?> repository) {
            repository.addRepositoryFactoryCustomizer(
                    factory -> factory.addRepositoryProxyPostProcessor(this::intercept));
        }
        return bean;
    }

    @Override
    public void afterSingletonsInstantiated() {
        entities.forEach((repository, entity) -> {
            EntityManager entityManager = context().getBean(JpaContext.class).getEntityManagerByManagedType(entity);
            String objection = UpsertPlans.objectionTo(entity, entityManager.getEntityManagerFactory());
            if (objection != null) {
                throw new NotUpsertableException(repository, objection);
            }
        });
    }

    private void intercept(ProxyFactory proxy, RepositoryInformation repository) {
        Class<?> type = repository.getRepositoryInterface();
        if (BulkUpsertRepository.class.isAssignableFrom(type)) {
            ApplicationContext events = context();
            ObjectProvider<UpsertRetry> retry = events.getBeanProvider(UpsertRetry.class);
            // the first, so that the transaction is opened and ended within
            proxy.addAdvice(0, new UpsertInterceptor(type, () -> retry.getIfAvailable(UpsertRetry::standard), events));
            entities.put(type, repository.getDomainType());
        }
    }

    private ApplicationContext context() {
        return Objects.requireNonNull(context);
    }

    /** As late as those that must be early allow: one of them may make a repository. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
