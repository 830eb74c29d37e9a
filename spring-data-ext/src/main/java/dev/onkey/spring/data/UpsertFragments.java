/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.ConstructorArgumentValues.ValueHolder;
import org.springframework.beans.factory.config.RuntimeBeanReference;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.data.repository.core.support.RepositoryComposition.RepositoryFragments;
import org.springframework.data.repository.core.support.RepositoryFactoryBeanSupport;
import org.springframework.data.repository.core.support.RepositoryFragment;

/**
 * Implements {@link UpsertRepository} where Spring Data does not see by itself that it has to: in repositories that extend it by way
 * of another interface, and in those that are made by hand.
 *
 * <p>Spring Data looks for an implementation of those interfaces that a repository names itself. Spring Boot has this class by
 * itself, and so has every application in which one repository names {@link UpsertRepository}. Elsewhere one line brings it, and
 * {@link DuplicateEntityTranslation} with it:
 *
 * <pre>{@code
 * @NoRepositoryBean
 * interface Base<T> extends JpaRepository<T, Long>, UpsertRepository<T> {}
 *
 * @Configuration
 * @Import(UpsertFragments.class)
 * class Persistence { … }
 * }</pre>
 *
 * @since 0.1
 */
public final class UpsertFragments implements BeanDefinitionRegistryPostProcessor {

    private static final String FRAGMENT = UpsertFragments.class.getName() + ".fragment";

    /** For Spring. */
    public UpsertFragments() {}

    /**
     * Implements a repository that is made by hand.
     *
     * <pre>{@code
     * Accounts accounts = new JpaRepositoryFactory(entityManager)
     *         .getRepository(Accounts.class, UpsertFragments.of(entityManager));
     * }</pre>
     *
     * <p><b>Consequences.</b> Such a repository opens no transaction, so it is called within one; it repeats nothing, refuses no
     * read-only transaction, and throws the exceptions of Hibernate and JPA, which nobody translates.
     *
     * @param entityManager the one that the repository is made for; the fragments are as thread-safe as that
     */
    public static RepositoryFragments of(EntityManager entityManager) {
        return RepositoryFragments.just(new OnkeyUpserts<>(repository -> entityManager));
    }

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        register(registry, FRAGMENT, fragment());
        register(registry, UpsertInterception.class.getName(), definitionOf(UpsertInterception.class));
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        if (beans.getBeanNamesForType(DuplicateEntityTranslation.class, true, false).length == 0
                && beans instanceof BeanDefinitionRegistry registry) {
            register(
                    registry,
                    DuplicateEntityTranslation.class.getName(),
                    definitionOf(DuplicateEntityTranslation.class));
        }
        for (String name : beans.getBeanNamesForType(RepositoryFactoryBeanSupport.class, true, false)) {
            String repository = BeanFactoryUtils.transformedBeanName(name);
            Class<?> type = beans.getType(repository, false);
            if (type != null
                    && BulkUpsertRepository.class.isAssignableFrom(type)
                    && !List.of(type.getInterfaces()).contains(UpsertRepository.class)) {
                addTo(beans.getBeanDefinition(repository), beans);
            }
        }
    }

    private static BeanDefinition fragment() {
        return BeanDefinitionBuilder.rootBeanDefinition(RepositoryFragment.class, "implemented")
                // its name, as ahead-of-time processing expects
                .addConstructorArgValue(UpsertRepository.class.getName())
                .addConstructorArgValue(definitionOf(OnkeyUpserts.class))
                .setLazyInit(true)
                .getBeanDefinition();
    }

    private static BeanDefinition definitionOf(Class<?> type) {
        return BeanDefinitionBuilder.rootBeanDefinition(type).getBeanDefinition();
    }

    /** What was registered ahead of time is there already. */
    private static void register(BeanDefinitionRegistry registry, String name, BeanDefinition definition) {
        if (!registry.containsBeanDefinition(name)) {
            registry.registerBeanDefinition(name, definition);
        }
    }

    private static void addTo(BeanDefinition repository, ConfigurableListableBeanFactory beans) {
        if (repository.getPropertyValues().get("repositoryFragments") instanceof RuntimeBeanReference fragments) {
            ValueHolder names = beans.getBeanDefinition(fragments.getBeanName())
                    .getConstructorArgumentValues()
                    .getArgumentValue(0, List.class);
            if (names != null && names.getValue() instanceof Collection<?> present && !present.contains(FRAGMENT)) {
                List<@Nullable Object> more = new ArrayList<>(present);
                more.add(FRAGMENT);
                names.setValue(more);
            }
        }
    }
}
