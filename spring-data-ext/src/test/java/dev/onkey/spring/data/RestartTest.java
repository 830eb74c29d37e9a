/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onkey.hibernate.Outcome;
import dev.onkey.hibernate.Upserted;
import dev.onkey.spring.data.meter.MeterApplication;
import dev.onkey.spring.data.meter.Meters;
import dev.onkey.spring.data.meter.Step;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.util.ClassUtils;

/** Starts as Spring Boot's devtools do: the application's classes are loaded anew each time, the libraries are not. */
class RestartTest {

    private static final String APPLICATION = MeterApplication.class.getPackageName() + ".";

    @Test
    @DisplayName("an application is started again with classes loaded anew")
    void eachStartUpsertsItsOwnClasses() throws Exception {
        Set<Class<?>> entities = new HashSet<>();
        for (int start = 0; start < 2; start++) {
            entities.add(upsertedAfterAStart());
        }
        assertThat(entities).hasSize(2).extracting(Class::getSimpleName).containsOnly("Meter");
    }

    private static Class<?> upsertedAfterAStart() throws Exception {
        URL classes = Step.class.getProtectionDomain().getCodeSource().getLocation();
        try (Restarted loader = new Restarted(classes)) {
            ClassLoader before = ClassUtils.overrideThreadContextClassLoader(loader);
            try (ConfigurableApplicationContext context = BootApplications.start(
                    "onkey_spring_restart", loader.loadClass(MeterApplication.class.getName()))) {
                Upserted<?> upserted = step(loader).apply(context);
                assertThat(upserted.outcome()).isEqualTo(Outcome.UPDATED);
                assertNamesTheEntityOf(upserted.entity(), context, loader);
                return upserted.entity().getClass();
            } finally {
                Thread.currentThread().setContextClassLoader(before);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static Function<ApplicationContext, Upserted<?>> step(ClassLoader loader) throws Exception {
        return (Function<ApplicationContext, Upserted<?>>)
                loader.loadClass(Step.class.getName()).getConstructor().newInstance();
    }

    @SuppressWarnings("unchecked")
    private static void assertNamesTheEntityOf(Object entity, ApplicationContext context, ClassLoader loader)
            throws Exception {
        JpaRepository<Object, Long> meters =
                (JpaRepository<Object, Long>) context.getBean(loader.loadClass(Meters.class.getName()));
        Object another =
                entity.getClass().getConstructor(String.class, int.class).newInstance("steps", 9);

        assertThat(catchThrowableOfType(DuplicateEntityException.class, () -> meters.save(another))
                        .entityType())
                .isSameAs(entity.getClass());
    }

    private static final class Restarted extends URLClassLoader {

        Restarted(URL classes) {
            super(new URL[] {classes}, RestartTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                if (!name.startsWith(APPLICATION)) {
                    return super.loadClass(name, resolve);
                }
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }
    }
}
