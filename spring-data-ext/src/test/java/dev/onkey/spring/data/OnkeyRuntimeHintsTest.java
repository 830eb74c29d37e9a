/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.onkey.hibernate.NaturalKey;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.event.spi.AutoFlushEventListener;
import org.hibernate.event.spi.PreInsertEvent;
import org.hibernate.event.spi.PreUpdateEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.ReflectionHintsPredicates;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** What a native image is told, against the files and the classes that need it. */
class OnkeyRuntimeHintsTest {

    private static final Path SERVICES = Path.of("../hibernate-ext/src/main/resources/META-INF/services");
    private static final Pattern REFLECTION = Pattern.compile("java\\.lang\\.reflect\\.Proxy\\.newProxyInstance"
            + "|java\\.lang\\.Class\\.(forName|newInstance|getResource|get(Declared)?(Method|Field|Constructor))"
            + "|java\\.lang\\.ClassLoader\\.(loadClass|getResource)"
            + "|java\\.lang\\.invoke\\.MethodHandles\\$Lookup\\.(find|unreflect)"
            + "|java\\.util\\.ServiceLoader\\.load");
    private static final RuntimeHints HINTS = new RuntimeHints();

    @BeforeAll
    static void registerAsSpringDoes() {
        List<RuntimeHintsRegistrar> registrars = SpringFactoriesLoader.forResourceLocation(
                        "META-INF/spring/aot.factories")
                .load(RuntimeHintsRegistrar.class, (type, name, failure) -> {});
        assertThat(registrars).hasAtLeastOneElementOfType(OnkeyRuntimeHints.class);
        registrars.stream()
                .filter(OnkeyRuntimeHints.class::isInstance)
                .forEach(onkey -> onkey.registerHints(HINTS, OnkeyRuntimeHints.class.getClassLoader()));
    }

    @Test
    void coversEveryServiceFileAndEveryProviderInIt() throws Exception {
        for (Path file : serviceFiles()) {
            assertThat(RuntimeHintsPredicates.resource().forResource("META-INF/services/" + file.getFileName()))
                    .accepts(HINTS);
            for (String provider : Files.readAllLines(file, UTF_8)) {
                Constructor<?> constructor = Class.forName(provider).getConstructor();
                assertThat(invocation(constructor)).as(provider).accepts(HINTS);
            }
        }
    }

    @Test
    void coversTheAnnotation() {
        assertThat(NaturalKey.class.getDeclaredMethods())
                .isNotEmpty()
                .allSatisfy(attribute -> assertThat(invocation(attribute)).accepts(HINTS));
    }

    @Test
    void coversTheProxy() {
        assertThat(RuntimeHintsPredicates.proxies().forInterfaces(PreparedStatement.class))
                .accepts(HINTS);
        assertThat(PreparedStatement.class.getDeclaredMethods())
                .isNotEmpty()
                .allSatisfy(method -> assertThat(invocation(method)).accepts(HINTS));
    }

    @Test
    void coversTheEventsOfBeanValidation() {
        for (Class<?> event : List.of(PreInsertEvent.class, PreUpdateEvent.class)) {
            assertThat(event.getConstructors())
                    .isNotEmpty()
                    .allSatisfy(
                            constructor -> assertThat(invocation(constructor)).accepts(HINTS));
        }
    }

    @Test
    void coversWhatHibernate6CallsBeforeAQuery() {
        assertThat(AutoFlushEventListener.class.getMethods())
                .isNotEmpty()
                .allSatisfy(method -> assertThat(invocation(method)).accepts(HINTS));
    }

    @Test
    void knowsEveryClassThatIsReflective() {
        Set<String> reflective = ArchConfiguration.withThreadLocalScope(configuration -> {
            // the names of what is called are enough
            configuration.setResolveMissingDependenciesFromClassPath(false);
            return new ClassFileImporter()
                            .withImportOption(new ImportOption.DoNotIncludeTests())
                            .importPackages("dev.onkey.hibernate", "dev.onkey.spring.data")
                            .stream()
                            .filter(type -> type.getMethodCallsFromSelf().stream()
                                    .anyMatch(call -> REFLECTION
                                            .matcher(call.getTarget().getFullName())
                                            .lookingAt()))
                            .map(JavaClass::getSimpleName)
                            .collect(Collectors.toSet());
        });

        assertThat(reflective)
                .containsExactlyInAnyOrder(
                        "BeanValidation",
                        "StagedText",
                        "TimestampsAsText",
                        "WatchedAutoFlush",
                        // asks for the methods of repositories, which Spring Data's hints have
                        "WritingMethods");
    }

    @Test
    void saysNothingWhereHibernateIsNot() {
        RuntimeHints hints = new RuntimeHints();

        new OnkeyRuntimeHints().registerHints(hints, new FilteredClassLoader("org.hibernate"));

        assertThat(hints.reflection().typeHints()).isEmpty();
        assertThat(hints.resources().resourcePatternHints()).isEmpty();
    }

    @SuppressWarnings("removal") // what takes its place is not there before Spring 7
    private static Predicate<RuntimeHints> invocation(Executable called) {
        ReflectionHintsPredicates reflection = RuntimeHintsPredicates.reflection();
        return called instanceof Method method
                ? reflection.onMethod(method).invoke()
                : reflection.onConstructor((Constructor<?>) called).invoke();
    }

    private static List<Path> serviceFiles() throws IOException {
        try (Stream<Path> files = Files.list(SERVICES)) {
            List<Path> found = files.toList();
            assertThat(found).isNotEmpty();
            return found;
        }
    }
}
