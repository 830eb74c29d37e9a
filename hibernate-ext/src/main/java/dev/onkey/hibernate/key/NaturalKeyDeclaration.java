/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.key;

import dev.onkey.hibernate.NaturalKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.MappingException;
import org.jspecify.annotations.Nullable;

/** The natural key that an entity's class declares, its own or an inherited one. */
final class NaturalKeyDeclaration {

    private final String entityName;
    private final List<String> declared;

    private NaturalKeyDeclaration(String entityName, List<String> declared) {
        this.entityName = entityName;
        this.declared = declared;
    }

    /** The declaration that is nearest to the entity in its hierarchy of classes; null if there is none. */
    static @Nullable NaturalKeyDeclaration of(String entityName, @Nullable Class<?> entityType) {
        for (Class<?> type = entityType; type != null; type = type.getSuperclass()) {
            NaturalKey annotation = type.getDeclaredAnnotation(NaturalKey.class);
            if (annotation != null) {
                return new NaturalKeyDeclaration(entityName, List.of(annotation.value()));
            }
        }
        return null;
    }

    /**
     * The attributes that it names, embedded ones replaced by what is inside them.
     *
     * @throws MappingException if it names none, or any that cannot be part of a unique key
     */
    List<Attribute> resolve(List<Attribute> attributes) {
        if (declared.isEmpty()) {
            throw wrong("names no attribute", "no row could be recognised by it", "Name at least one, or remove it");
        }
        Set<Attribute> found = new LinkedHashSet<>();
        List<String> unknown = new ArrayList<>();
        List<String> withoutColumn = new ArrayList<>();
        for (String path : declared) {
            List<Attribute> matches =
                    attributes.stream().filter(each -> each.isAt(path)).toList();
            if (matches.isEmpty()) {
                unknown.add(path);
            } else if (matches.stream().anyMatch(each -> each.columns().isEmpty())) {
                withoutColumn.add(path);
            }
            found.addAll(matches);
        }
        if (!unknown.isEmpty()) {
            throw wrong(
                    "names " + unknown,
                    "the entity has no such attribute",
                    "It has "
                            + attributes.stream().map(Attribute::path).sorted().toList());
        }
        if (!withoutColumn.isEmpty()) {
            throw wrong(
                    "names " + withoutColumn,
                    "a collection, a formula or the inverse side of an association has no column in the entity's row",
                    "Name attributes that are stored in the row");
        }
        if (found.stream().map(Attribute::table).distinct().count() > 1) {
            throw wrong(
                    "names " + declared,
                    "these attributes are stored in several tables, and no unique key spans tables",
                    "Name attributes of one table");
        }
        return List.copyOf(found);
    }

    private MappingException wrong(String fact, String cause, String cure) {
        return new MappingException(
                "@NaturalKey of entity '" + entityName + "' " + fact + ", but " + cause + ". " + cure + ".");
    }
}
