/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.key.KeyCatalogs;
import dev.onkey.hibernate.key.KeyedEntity;
import dev.onkey.hibernate.key.MappedTable;
import dev.onkey.hibernate.row.MappedEntity;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.HibernateException;
import org.hibernate.JDBCException;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.service.Service;
import org.jspecify.annotations.Nullable;

/**
 * The plans of the entities that were upserted so far, those of each tenant that has a database of its own; one of Hibernate's
 * services, so that it lives as long as the registry.
 */
public final class UpsertPlans implements Service {

    private static final long serialVersionUID = 1L;

    private final transient Map<Home, UpsertPlan> plans = new ConcurrentHashMap<>();
    private final transient Map<Kind, UpsertPlan> shared = new ConcurrentHashMap<>();

    UpsertPlans() {}

    /** Drops what is known of a session factory that closes. */
    public static void forget(SessionFactoryImplementor factory) {
        String closed = factory.getUuid();
        UpsertPlans service = of(factory);
        service.plans.keySet().removeIf(home -> isOf(closed, home.persister));
        service.shared.keySet().removeIf(kind -> isOf(closed, kind.persister));
    }

    /**
     * Says why an entity cannot be upserted, and how that can be mended; null if it can, or if only its first use can tell: where
     * the database does not answer, and where tenants have databases of their own.
     */
    public static @Nullable String objectionTo(Class<?> type, EntityManagerFactory factory) {
        SessionFactoryImplementor sessions = factory.unwrap(SessionFactoryImplementor.class);
        if (sessions.getSessionFactoryOptions().isMultiTenancyEnabled()) {
            return null;
        }
        try (SessionImplementor session = sessions.openSession().unwrap(SessionImplementor.class)) {
            of(type, session);
            return null;
        } catch (JDBCException unanswered) {
            return null;
        } catch (HibernateException | IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    static UpsertPlan of(Class<?> type, SharedSessionContractImplementor session) {
        SessionFactoryImplementor factory = session.getFactory();
        EntityPersister persister =
                factory.getRuntimeMetamodels().getMappingMetamodel().findEntityDescriptor(type);
        if (persister == null) {
            throw new IllegalArgumentException(type.getName()
                    + " is not an entity of this session factory: pass an instance of the entity's class itself.");
        }
        boolean tenants = factory.getSessionFactoryOptions().isMultiTenancyEnabled();
        Home home = new Home(persister, tenants ? session.getTenantIdentifierValue() : null);
        UpsertPlans service = of(factory);
        UpsertPlan known = service.plans.get(home);
        if (known != null) {
            return known;
        }
        UpsertPlan plan = service.plan(persister, session);
        service.plans.put(home, plan);
        return plan;
    }

    private static UpsertPlans of(SessionFactoryImplementor factory) {
        return factory.getServiceRegistry().requireService(UpsertPlans.class);
    }

    private UpsertPlan plan(EntityPersister persister, SharedSessionContractImplementor session) {
        KeyedEntity keyed = KeyCatalogs.of(session.getFactory()).entity(persister.getEntityName());
        try {
            Connection connection =
                    session.getJdbcCoordinator().getLogicalConnection().getPhysicalConnection();
            Server server = Server.of(connection, session.getFactory());
            MappedEntity entity = new MappedEntity(persister, keyed.naturalKey());
            StoredTable table = table(entity, keyed.table(), server, connection);
            return shared.computeIfAbsent(
                    new Kind(persister, server, table),
                    kind -> new UpsertPlan(entity, server, keyed.dynamicInsert(), table));
        } catch (SQLException e) {
            throw session.getJdbcServices().getSqlExceptionHelper().convert(e, "could not ask the server what it is");
        }
    }

    private static StoredTable table(
            MappedEntity entity, @Nullable MappedTable table, Server server, Connection connection)
            throws SQLException {
        String index = table == null ? null : UniqueIndexCheck.indexOf(entity, table, connection);
        return new StoredTable(index, index != null && server.localInfile() && isStaged(entity, table, connection));
    }

    private static boolean isStaged(MappedEntity entity, MappedTable table, Connection connection) throws SQLException {
        Set<String> required = InformationSchema.requiredColumns(table, connection);
        entity.shape()
                .columns()
                .forEach(column -> required.removeIf(column.name().replace("`", "")::equalsIgnoreCase));
        return required.isEmpty()
                && !InformationSchema.hasTriggers(table, connection)
                && !InformationSchema.readsFilesOtherwise(table, connection);
    }

    private static boolean isOf(String factory, EntityPersister persister) {
        return persister.getFactory().getUuid().equals(factory);
    }

    /** Whose rows they are; the tenant is null where all share a database. */
    private record Home(EntityPersister persister, @Nullable Object tenant) {}

    /** What a plan depends on. */
    private record Kind(EntityPersister persister, Server server, StoredTable table) {}
}
