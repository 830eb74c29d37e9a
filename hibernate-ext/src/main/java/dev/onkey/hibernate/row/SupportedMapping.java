/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.row;

import dev.onkey.hibernate.row.Column.Role;
import java.util.List;
import java.util.Set;
import org.hibernate.MappingException;
import org.hibernate.generator.Generator;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.BasicEntityIdentifierMapping;
import org.hibernate.metamodel.mapping.BasicValuedModelPart;
import org.hibernate.metamodel.mapping.EmbeddableMappingType;
import org.hibernate.metamodel.mapping.EmbeddableValuedModelPart;
import org.hibernate.metamodel.mapping.ForeignKeyDescriptor;
import org.hibernate.metamodel.mapping.PluralAttributeMapping;
import org.hibernate.metamodel.mapping.internal.ToOneAttributeMapping;
import org.hibernate.persister.entity.AbstractEntityPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.persister.entity.SingleTableEntityPersister;

/** What a mapping must be like for its entities to be upserted; everything else is refused by name and reason. */
final class SupportedMapping {

    private SupportedMapping() {}

    /** Refuses a mapping whose rows one statement cannot write in full. */
    static void check(EntityPersister persister, List<String> declaredKey) {
        checkHierarchy(persister);
        checkIdentifier(persister, declaredKey);
        String table = persister.getMappedTableDetails().getTableName();
        persister.forEachAttributeMapping(attribute -> check(persister, attribute, table));
        // of the interface from Hibernate 7 on only
        if (((AbstractEntityPersister) persister).getTableSpan() > 1) {
            throw refusal(persister, "it is stored in several tables, and one statement writes one table");
        }
    }

    /** Refuses a natural key that an insert does not write, so that no statement could compare it. */
    static void checkKey(EntityPersister persister, List<String> naturalKey, TableShape shape) {
        for (String path : naturalKey) {
            List<String> written = shape.columns().stream().map(Column::name).toList();
            RowReader.part(persister, path).forEachSelectable((index, column) -> {
                if (!written.contains(column.getSelectionExpression())) {
                    throw refusal(
                            persister,
                            "'" + path + "' is part of its natural key, and the column "
                                    + column.getSelectionExpression() + " is not written by an insert");
                }
            });
        }
        if (shape.in(Role.KEY).isEmpty()) {
            throw refusal(persister, "its natural key " + naturalKey + " has no column");
        }
    }

    /** Refuses a discriminator that the candidate could change. */
    static void checkDiscriminator(EntityPersister persister, Set<String> written) {
        String column = persister.getDiscriminatorMapping().getSelectionExpression();
        if (written.contains(column)) {
            throw refusal(persister, "its discriminator column " + column + " is an attribute's as well");
        }
    }

    static boolean isInverse(ToOneAttributeMapping association) {
        return association.getSideNature() == ForeignKeyDescriptor.Nature.TARGET;
    }

    static MappingException refusal(EntityPersister persister, String reason) {
        return refusal(persister, reason, "Map it otherwise, or write it by the EntityManager");
    }

    private static MappingException refusal(EntityPersister persister, String reason, String cure) {
        return new MappingException(
                name(persister) + " cannot be got, created or upserted: " + reason + ". " + cure + ".");
    }

    static String name(EntityPersister persister) {
        return persister.getMappedClass() == null
                ? persister.getEntityName()
                : persister.getMappedClass().getSimpleName();
    }

    private static void checkHierarchy(EntityPersister persister) {
        boolean several = persister.getSuperMappingType() != null
                || !persister.getSubMappingTypes().isEmpty();
        if (several && !(persister instanceof SingleTableEntityPersister)) {
            throw refusal(
                    persister,
                    "its hierarchy is stored in several tables, and one statement writes one table",
                    "Map it as SINGLE_TABLE, or write it by the EntityManager");
        }
        if (persister.getDiscriminatorMapping() != null) {
            if (persister.getDiscriminatorMapping().isFormula()) {
                throw refusal(persister, "its discriminator is a formula, which an insert cannot write");
            }
            if ("not null".equals(persister.getDiscriminatorSQLValue())) {
                throw refusal(persister, "its discriminator is any value but null, so none can be written");
            }
        }
    }

    private static void checkIdentifier(EntityPersister persister, List<String> declaredKey) {
        Generator generator = persister.getGenerator();
        boolean autoIncrement = persister.isIdentifierAssignedByInsert();
        if (autoIncrement && !(persister.getIdentifierMapping() instanceof BasicEntityIdentifierMapping)
                || !autoIncrement && generator != null && generator.generatedOnExecution()) {
            throw refusal(persister, "its identifier is generated by the database otherwise than by AUTO_INCREMENT");
        }
        boolean generated = new Identifiers(persister).generated();
        if (declaredKey.isEmpty() && generated) {
            throw refusal(
                    persister,
                    "it declares no natural key, and a generated identifier recognises nothing",
                    "Annotate it with @NaturalKey({…}), or the attributes with @NaturalId");
        }
        String id = persister.getIdentifierPropertyName();
        if (generated && declaredKey.contains(id)) {
            throw refusal(persister, "its natural key contains '" + id + "', which is generated");
        }
    }

    private static void check(EntityPersister persister, AttributeMapping attribute, String table) {
        String name = attribute.getAttributeName();
        if (attribute instanceof PluralAttributeMapping
                || attribute instanceof ToOneAttributeMapping toOne && isInverse(toOne)) {
            return;
        }
        checkKind(persister, attribute, name);
        Generator generator = attribute.getGenerator();
        if (generator != null && generator.generatesSometimes() && !generator.generatesOnInsert()) {
            throw refusal(persister, "'" + name + "' is generated for updates alone");
        }
        if (generator != null
                && generator.generatedOnExecution()
                && persister.isVersioned()
                && persister.getVersionMapping().getVersionAttribute().equals(attribute)) {
            throw refusal(persister, "its version '" + name + "' is generated by the database");
        }
        attribute.forEachSelectable((index, column) -> {
            if (!column.isFormula() && !column.getContainingTableExpression().equals(table)) {
                throw refusal(
                        persister,
                        "'" + name + "' is in another table (" + column.getContainingTableExpression()
                                + ") than the entity");
            }
        });
    }

    private static void checkKind(EntityPersister persister, AttributeMapping attribute, String path) {
        if (attribute instanceof EmbeddableValuedModelPart embedded) {
            EmbeddableMappingType type = embedded.getEmbeddableTypeDescriptor();
            if (type.isPolymorphic()) {
                throw refusal(persister, "its embedded '" + path + "' is part of an inheritance hierarchy");
            }
            Generator generator = Generators.of(attribute);
            if (generator != null && generator.generatesSometimes() && generator.generatedOnExecution()) {
                throw refusal(
                        persister,
                        "'" + path + "' is embedded and generated by the database, at least in part, and Hibernate does"
                                + " not tell which part");
            }
            if (type.getAggregateMapping() == null) {
                type.forEachAttributeMapping(
                        inner -> checkKind(persister, inner, path + "." + inner.getAttributeName()));
            }
        } else if (path.contains(".") && EmbeddedGeneration.isUnknown(attribute)) {
            throw refusal(persister, "'" + path + "' is generated, and embedded; only timestamps can be both");
        } else if (!(attribute instanceof BasicValuedModelPart
                || attribute instanceof ToOneAttributeMapping
                || attribute instanceof PluralAttributeMapping)) {
            throw refusal(persister, "'" + path + "' is neither a basic, an embedded nor a to-one attribute");
        }
    }
}
