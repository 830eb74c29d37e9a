/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import dev.onkey.hibernate.NaturalKey;
import dev.onkey.hibernate.boot.OnkeyIntegrator;
import dev.onkey.hibernate.key.KeyCatalogsContributor;
import dev.onkey.hibernate.upsert.UpsertPlansContributor;
import java.sql.PreparedStatement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.ExecutableMode;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.ReflectionHints;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;
import org.springframework.util.ClassUtils;

/**
 * Tells a native image what Onkey finds by name or by reflection; Spring finds it in META-INF/spring/aot.factories. What stands in
 * META-INF/spring.factories, the beans and the repositories' methods are told by Spring and Spring Data.
 */
final class OnkeyRuntimeHints implements RuntimeHintsRegistrar {

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        // an application may have this jar and no JPA
        if (!ClassUtils.isPresent("org.hibernate.SessionFactory", classLoader)) {
            return;
        }
        service(hints, "org.hibernate.integrator.spi.Integrator", OnkeyIntegrator.class);
        service(
                hints,
                "org.hibernate.service.spi.ServiceContributor",
                KeyCatalogsContributor.class,
                UpsertPlansContributor.class);
        ReflectionHints reflection = hints.reflection();
        reflection.registerType(NaturalKey.class, type -> type.withMethod("value", List.of(), ExecutableMode.INVOKE));
        // made for the listener of Bean Validation; Hibernate 7 has changed the type of the last parameter
        reflection.registerType(
                TypeReference.of("org.hibernate.event.spi.PreInsertEvent"), MemberCategory.INVOKE_PUBLIC_CONSTRUCTORS);
        reflection.registerType(
                TypeReference.of("org.hibernate.event.spi.PreUpdateEvent"), MemberCategory.INVOKE_PUBLIC_CONSTRUCTORS);
        // has a method in Hibernate 6.6 alone, without which nothing would be flushed before a query
        reflection.registerType(
                TypeReference.of("org.hibernate.event.spi.AutoFlushEventListener"),
                MemberCategory.INVOKE_PUBLIC_METHODS);
        // takes the values of rows that are sent as a file, and passes on what is no timestamp
        reflection.registerType(PreparedStatement.class, MemberCategory.INVOKE_PUBLIC_METHODS);
        hints.proxies().registerJdkProxy(PreparedStatement.class);
    }

    private static void service(RuntimeHints hints, String service, Class<?>... providers) {
        hints.resources().registerPattern("META-INF/services/" + service);
        for (Class<?> provider : providers) {
            hints.reflection().registerType(provider, type -> type.withConstructor(List.of(), ExecutableMode.INVOKE));
        }
    }
}
