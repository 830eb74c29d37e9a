/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import dev.onkey.spring.data.RepositoryUnits.Unit;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.PropertyValue;
import org.springframework.beans.PropertyValues;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.InstantiationAwareBeanPostProcessor;
import org.springframework.beans.factory.config.RuntimeBeanReference;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.data.repository.core.RepositoryInformation;
import org.springframework.data.repository.core.support.RepositoryFactoryBeanSupport;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.interceptor.TransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionInterceptor;
import org.springframework.util.function.SingletonSupplier;

/**
 * Puts an {@link UpsertInterceptor} in front of every {@link UpsertRepository} of an application, and refuses to start where one of
 * them could not work. Repositories that are made later, deferred or lazy ones, are refused at their first use.
 */
final class UpsertInterception
        implements InstantiationAwareBeanPostProcessor,
                SmartInitializingSingleton,
                ApplicationContextAware,
                PriorityOrdered {

    private final Map<String, Supplier<EntityManager>> entityManagers = new ConcurrentHashMap<>();
    private final RepositoryUnits units = new RepositoryUnits();
    private @Nullable ApplicationContext context;

    @Override
    public void setApplicationContext(ApplicationContext applicationContext) {
        this.context = applicationContext;
    }

    /** Spring Data names the entity manager of a repository in its definition, and nowhere else. */
    @Override
    public PropertyValues postProcessProperties(PropertyValues properties, Object bean, String beanName) {
        PropertyValue named = properties.getPropertyValue("entityManager");
        if (bean instanceof RepositoryFactoryBeanSupport
                && named != null
                && named.getValue() instanceof RuntimeBeanReference reference) {
            entityManagers.put(beanName, () -> context().getBean(reference.getBeanName(), EntityManager.class));
        }
        return properties;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String beanName) {
        if (bean instanceof RepositoryFactoryBeanSupport<?, ?, ?> repository) {
            repository.addRepositoryFactoryCustomizer(factory -> factory.addRepositoryProxyPostProcessor(
                    (proxy, information) -> intercept(proxy, information, beanName)));
        }
        return bean;
    }

    @Override
    public void afterSingletonsInstantiated() {
        units.check();
    }

    /** The entity manager that a repository was made for. */
    EntityManager entityManagerOf(Class<?> repository) {
        return units.entityManagerOf(repository);
    }

    private void intercept(ProxyFactory proxy, RepositoryInformation information, String beanName) {
        Class<?> repository = information.getRepositoryInterface();
        if (!BulkUpsertRepository.class.isAssignableFrom(repository)) {
            return;
        }
        Supplier<EntityManager> entityManager =
                entityManagers.getOrDefault(beanName, SingletonSupplier.of(this::entityManagerOfTheDefaultUnit));
        units.add(repository, new Unit(beanName, information.getDomainType(), entityManager));
        WritingMethods writing = new WritingMethods(repository);
        List<TransactionInterceptor> interceptors = transactionInterceptors(proxy);
        interceptors.forEach(interceptor -> isolate(interceptor, writing, entityManager));
        if (!interceptors.isEmpty()) {
            // the first of all, so that the transaction is opened and ended within, and the last that is there
            proxy.addAdvice(0, new UpsertInterceptor(repository, writing, this::transactions, context()));
            proxy.addAdvice(new TransactionInspector(writing, entityManager));
        }
    }

    /** As Spring gives it to a factory bean that an application declares by itself. */
    private EntityManager entityManagerOfTheDefaultUnit() {
        return SharedEntityManagerCreator.createSharedEntityManager(context().getBean(EntityManagerFactory.class));
    }

    private static List<TransactionInterceptor> transactionInterceptors(ProxyFactory proxy) {
        return Stream.of(proxy.getAdvisors())
                .map(Advisor::getAdvice)
                .filter(TransactionInterceptor.class::isInstance)
                .map(TransactionInterceptor.class::cast)
                .toList();
    }

    private void isolate(
            TransactionInterceptor interceptor, WritingMethods writing, Supplier<EntityManager> entityManager) {
        TransactionAttributeSource declared = interceptor.getTransactionAttributeSource();
        if (declared != null) {
            interceptor.setTransactionAttributeSource(new IsolatingAttributeSource(
                    declared, writing, () -> transactions().isolation(), entityManager));
        }
    }

    private UpsertTransactions transactions() {
        return context().getBeanProvider(UpsertTransactions.class).getIfAvailable(UpsertTransactions::standard);
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
