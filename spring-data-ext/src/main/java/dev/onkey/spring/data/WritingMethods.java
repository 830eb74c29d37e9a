/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.core.ResolvableType;

/** The methods of a repository that write by the natural key, declared there again or not. */
final class WritingMethods {

    /** And what opens its transactions by itself. */
    private static final Set<String> READING = Set.of("findByNaturalKey", "upsertInChunks");

    private static final List<Method> OWN = Stream.of(UpsertRepository.class.getMethods())
            .filter(method -> !READING.contains(method.getName()))
            .toList();

    private final Class<?> repository;
    private final Set<Method> methods;

    WritingMethods(Class<?> repository) {
        this.repository = repository;
        this.methods = Stream.of(repository.getMethods())
                // a bridge calls the method that it is a bridge to, and that is repeated
                .filter(method -> !method.isBridge() && OWN.stream().anyMatch(own -> isOrOverrides(method, own)))
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean contains(Method method) {
        return methods.contains(method);
    }

    String nameOf(Method method) {
        return repository.getSimpleName() + "." + method.getName();
    }

    private boolean isOrOverrides(Method method, Method own) {
        return method.equals(own)
                || method.getName().equals(own.getName()) && Arrays.equals(parametersHere(method), parametersHere(own));
    }

    private Class<?>[] parametersHere(Method own) {
        return IntStream.range(0, own.getParameterCount())
                .mapToObj(i ->
                        ResolvableType.forMethodParameter(own, i, repository).toClass())
                .toArray(Class<?>[]::new);
    }
}
