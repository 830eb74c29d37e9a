/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.key.KeyCatalogs;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.dialect.Dialect;
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
        MappedEntity entity =
                new MappedEntity(persister, KeyCatalogs.of(session.getFactory()).naturalKey(persister.getEntityName()));
        try {
            Connection connection =
                    session.getJdbcCoordinator().getLogicalConnection().getPhysicalConnection();
            ServerSyntax syntax = ServerSyntax.of(connection.getMetaData().getDatabaseProductVersion());
            boolean locksLikeTheServer = syntax.forShare()
                    || !writesForShare(session.getJdbcServices().getDialect());
            return UpsertPlan.of(entity, syntax, locksLikeTheServer, UpdateCounts.of(connection));
        } catch (SQLException e) {
            throw session.getJdbcServices().getSqlExceptionHelper().convert(e, "could not read the server's version");
        }
    }

    /** MySQLDialect of Hibernate 7 does so for MySQL 5.7 too, whose version it no longer looks at. */
    @SuppressWarnings("deprecation") // its successor is not in Hibernate 6.6
    private static boolean writesForShare(Dialect dialect) {
        int waitForever = -1;
        return dialect.getReadLockString("e", waitForever).contains("for share");
    }
}
