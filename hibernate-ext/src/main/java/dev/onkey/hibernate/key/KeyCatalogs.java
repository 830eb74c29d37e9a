/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.key;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.HibernateException;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.service.Service;
import org.hibernate.service.UnknownServiceException;
import org.jspecify.annotations.Nullable;

/**
 * The home of the catalogs: one for each session factory of a service registry, for as long as the factory is open.
 *
 * <p>Thread safe.
 */
public final class KeyCatalogs implements Service {

    private static final long serialVersionUID = 1L;

    // by UUID: a factory may be passed behind a proxy, which equals nothing but itself
    private final transient Map<String, KeyCatalog> byFactory = new ConcurrentHashMap<>();

    KeyCatalogs() {}

    /**
     * The keys of a session factory's entities.
     *
     * @throws HibernateException if Onkey took no part in building the factory
     */
    public static KeyCatalog of(SessionFactoryImplementor factory) {
        KeyCatalogs home = homeOf(factory);
        KeyCatalog catalog = home == null ? null : home.byFactory.get(factory.getUuid());
        if (catalog == null) {
            throw new HibernateException(
                    "This session factory has no catalog of unique keys: either it is closed, or its"
                            + " dialect is not MySQL's or MariaDB's, or Hibernate did not find Onkey when it built the factory."
                            + " Use MySQLDialect or MariaDBDialect, and put onkey-hibernate where Hibernate's own jar is");
        }
        return catalog;
    }

    /** Keeps a factory's catalog until {@link #remove}. */
    public static void put(SessionFactoryImplementor factory, KeyCatalog catalog) {
        KeyCatalogs home = homeOf(factory);
        // without the contributor the duplicates are still named, and of() says what is missing
        if (home != null) {
            home.byFactory.put(factory.getUuid(), catalog);
        }
    }

    /** Forgets a factory's catalog, if there is one. */
    public static void remove(SessionFactoryImplementor factory) {
        KeyCatalogs home = homeOf(factory);
        if (home != null) {
            home.byFactory.remove(factory.getUuid());
        }
    }

    private static @Nullable KeyCatalogs homeOf(SessionFactoryImplementor factory) {
        try {
            return factory.getServiceRegistry().getService(KeyCatalogs.class);
        } catch (UnknownServiceException absent) {
            return null;
        }
    }
}
