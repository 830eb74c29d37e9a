/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.row;

import org.hibernate.generator.Generator;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.EntityMappingType;
import org.jspecify.annotations.Nullable;

/** What makes the values of attributes. */
final class Generators {

    private Generators() {}

    /** The generator of an entity's own attribute; null if it has none, or is part of an embedded one. */
    static @Nullable Generator of(AttributeMapping attribute) {
        // Hibernate looks an embedded attribute up by its position in the embeddable, and finds the entity's attribute
        // there
        return attribute.getDeclaringType() instanceof EntityMappingType ? attribute.getGenerator() : null;
    }

    /** By name, as the class is not one of Hibernate's contracts. */
    static boolean isTenantId(@Nullable Generator generator) {
        return generator != null && generator.getClass().getSimpleName().equals("TenantIdGeneration");
    }
}
