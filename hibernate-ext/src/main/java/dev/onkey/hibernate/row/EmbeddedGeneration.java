/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.row;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.CurrentTimestamp;
import org.hibernate.annotations.UpdateTimestamp;
import org.hibernate.annotations.ValueGenerationType;
import org.hibernate.generator.EventType;
import org.hibernate.metamodel.mapping.AttributeMapping;

/**
 * What is generated inside embedded attributes. Hibernate has one generator for the whole, which does not tell what it leaves alone;
 * so the annotations are asked.
 */
final class EmbeddedGeneration {

    private EmbeddedGeneration() {}

    /** When an attribute is generated; empty if it is not, or if its annotation is none that is known. */
    static Set<EventType> eventsOf(AttributeMapping attribute) {
        Set<EventType> events = EnumSet.noneOf(EventType.class);
        for (Annotation annotation : annotations(attribute)) {
            if (annotation instanceof CreationTimestamp) {
                events.add(EventType.INSERT);
            } else if (annotation instanceof UpdateTimestamp) {
                events.addAll(EnumSet.of(EventType.INSERT, EventType.UPDATE));
            } else if (annotation instanceof CurrentTimestamp timestamp) {
                events.addAll(Arrays.asList(timestamp.event()));
            }
        }
        return events;
    }

    /** Whether it is generated in a way that is not known. */
    static boolean isUnknown(AttributeMapping attribute) {
        return eventsOf(attribute).isEmpty()
                && Arrays.stream(annotations(attribute))
                        .anyMatch(annotation ->
                                annotation.annotationType().isAnnotationPresent(ValueGenerationType.class));
    }

    private static Annotation[] annotations(AttributeMapping attribute) {
        return attribute.getPropertyAccess().getGetter().getMember() instanceof AnnotatedElement element
                ? element.getAnnotations()
                : new Annotation[0];
    }
}
