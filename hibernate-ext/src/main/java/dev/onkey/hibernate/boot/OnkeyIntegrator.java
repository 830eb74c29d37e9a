/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.boot;

import dev.onkey.hibernate.OnkeySettings;
import dev.onkey.hibernate.duplicate.DuplicateEntityConverter;
import dev.onkey.hibernate.key.KeyCatalog;
import dev.onkey.hibernate.key.KeyCatalogs;
import dev.onkey.hibernate.key.KeyReader;
import dev.onkey.hibernate.refused.InstanceWatch;
import dev.onkey.hibernate.upsert.UpsertPlans;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.dialect.Dialect;
import org.hibernate.engine.config.spi.ConfigurationService;
import org.hibernate.engine.config.spi.StandardConverters;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.hibernate.engine.jdbc.spi.JdbcServices;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/**
 * Reads the unique keys when a session factory starts, and forgets them when it ends. On any other database than MySQL and
 * MariaDB it does nothing at all.
 */
public final class OnkeyIntegrator implements Integrator {

    @Override
    public void integrate(Metadata metadata, BootstrapContext bootstrap, SessionFactoryImplementor factory) {
        ServiceRegistry services = factory.getServiceRegistry();
        JdbcServices jdbc = factory.getJdbcServices();
        if (speaksMySql(jdbc.getDialect())) {
            KeyCatalog catalog = KeyReader.read(metadata, factory.getSqlStringGenerationContext());
            KeyCatalogs.put(factory, catalog);
            DuplicateEntityConverter.install(
                    jdbc.getSqlExceptionHelper(),
                    catalog,
                    isOn(OnkeySettings.DUPLICATE_VALUES, false, services),
                    // null also where each tenant has a database of its own: none of them is the right one
                    isOn(OnkeySettings.INDEX_LOOKUP, true, services)
                            ? services.getService(ConnectionProvider.class)
                            : null);
            InstanceWatch.install(services.requireService(EventListenerRegistry.class));
        }
    }

    @Override
    public void disintegrate(SessionFactoryImplementor factory, SessionFactoryServiceRegistry registry) {
        KeyCatalog catalog = KeyCatalogs.remove(factory);
        if (catalog != null) {
            DuplicateEntityConverter.remove(factory.getJdbcServices().getSqlExceptionHelper(), catalog);
            UpsertPlans.forget(factory);
        }
    }

    private static boolean isOn(String setting, boolean unlessSet, ServiceRegistry services) {
        return services.requireService(ConfigurationService.class)
                .getSetting(setting, StandardConverters.BOOLEAN, unlessSet);
    }

    /** By name, as the dialects for older servers, MySQLLegacyDialect and its like, are in a jar of their own. */
    private static boolean speaksMySql(Dialect dialect) {
        for (Class<?> each = dialect.getClass(); each != Object.class; each = each.getSuperclass()) {
            String name = each.getSimpleName();
            if (name.startsWith("MySQL") || name.startsWith("MariaDB")) {
                return true;
            }
        }
        return false;
    }
}
