/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.key.KeyCatalogs;
import dev.onkey.hibernate.key.KeyedEntity;
import dev.onkey.hibernate.row.MappedEntity;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.service.Service;

/** The plans of the entities that were upserted so far; one of Hibernate's services, so that it lives as long as the registry. */
public final class UpsertPlans implements Service {

    private static final long serialVersionUID = 1L;

    private final transient Map<EntityPersister, UpsertPlan> plans = new ConcurrentHashMap<>();

    UpsertPlans() {}

    /** Drops what is known of a session factory that closes. */
    public static void forget(SessionFactoryImplementor factory) {
        String closed = factory.getUuid();
        of(factory)
                .plans
                .keySet()
                .removeIf(persister -> persister.getFactory().getUuid().equals(closed));
    }

    static UpsertPlan of(Class<?> type, SharedSessionContractImplementor session) {
        SessionFactoryImplementor factory = session.getFactory();
        EntityPersister persister =
                factory.getRuntimeMetamodels().getMappingMetamodel().findEntityDescriptor(type);
        if (persister == null) {
            throw new IllegalArgumentException(type.getName()
                    + " is not an entity of this session factory: pass an instance of" + " the entity's class itself.");
        }
        UpsertPlans service = of(factory);
        UpsertPlan known = service.plans.get(persister);
        if (known != null) {
            return known;
        }
        UpsertPlan plan = plan(persister, session);
        UpsertPlan other = service.plans.putIfAbsent(persister, plan);
        return other == null ? plan : other;
    }

    private static UpsertPlans of(SessionFactoryImplementor factory) {
        return factory.getServiceRegistry().requireService(UpsertPlans.class);
    }

    private static UpsertPlan plan(EntityPersister persister, SharedSessionContractImplementor session) {
        KeyedEntity keyed = KeyCatalogs.of(session.getFactory()).entity(persister.getEntityName());
        MappedEntity entity = new MappedEntity(persister, keyed.naturalKey());
        try {
            Connection connection =
                    session.getJdbcCoordinator().getLogicalConnection().getPhysicalConnection();
            if (keyed.table() != null) {
                UniqueIndexCheck.check(entity, keyed.table(), connection);
            }
            return new UpsertPlan(entity, Server.of(connection, session.getFactory()), keyed.dynamicInsert());
        } catch (SQLException e) {
            throw session.getJdbcServices().getSqlExceptionHelper().convert(e, "could not ask the server what it is");
        }
    }
}
