/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.row;

import java.io.Serializable;
import java.util.HashSet;
import java.util.Set;
import org.hibernate.engine.spi.CascadingActions;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.EmbeddableValuedModelPart;
import org.hibernate.metamodel.mapping.EntityMappingType;
import org.hibernate.metamodel.mapping.PluralAttributeMapping;
import org.hibernate.metamodel.mapping.internal.EntityCollectionPart;
import org.hibernate.metamodel.mapping.internal.ToOneAttributeMapping;
import org.hibernate.persister.entity.EntityPersister;

/**
 * The tables whose pending changes matter to a row, as Hibernate calls them: its own, those that it refers to, and those of all that
 * a refresh of its entity reads again, as a refresh forgets what is pending there.
 */
final class PendingSpaces {

    private final Set<String> spaces = new HashSet<>();
    private final Set<EntityPersister> refreshed = new HashSet<>();

    private PendingSpaces() {}

    static Set<String> of(EntityPersister persister) {
        PendingSpaces pending = new PendingSpaces();
        pending.refresh(persister);
        return pending.spaces;
    }

    private void refresh(EntityPersister persister) {
        if (refreshed.add(persister)) {
            add(persister.getQuerySpaces());
            persister.forEachAttributeMapping(this::attribute);
        }
    }

    private void attribute(AttributeMapping attribute) {
        if (attribute instanceof PluralAttributeMapping collection) {
            add(collection.getCollectionDescriptor().getCollectionSpaces());
            if (collection.getElementDescriptor() instanceof EntityCollectionPart element) {
                refer(attribute, element.getEntityMappingType());
            }
        } else if (attribute instanceof ToOneAttributeMapping association) {
            refer(attribute, association.getAssociatedEntityMappingType());
        } else if (attribute instanceof EmbeddableValuedModelPart embedded) {
            embedded.getEmbeddableTypeDescriptor().forEachAttributeMapping(this::attribute);
        }
    }

    private void refer(AttributeMapping attribute, EntityMappingType referred) {
        add(referred.getEntityPersister().getQuerySpaces());
        if (attribute.getAttributeMetadata().getCascadeStyle().doCascade(CascadingActions.REFRESH)) {
            refresh(referred.getEntityPersister());
        }
    }

    private void add(Serializable[] names) {
        for (Serializable name : names) {
            spaces.add((String) name);
        }
    }
}
