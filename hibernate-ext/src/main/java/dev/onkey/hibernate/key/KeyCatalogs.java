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
        KeyCatalog catalog = find(factory);
        if (catalog == null) {
            throw new HibernateException(
                    "This session factory has no catalog of unique keys: either it is closed, or its"
                            + " dialect is not MySQL's or MariaDB's, or Hibernate did not find Onkey when it built the factory."
                            + " Use MySQLDialect or MariaDBDialect, and put onkey-hibernate where Hibernate's own jar is.");
        }
        return catalog;
    }

    /** Keeps a factory's catalog until {@link #remove}. */
    public static void put(SessionFactoryImplementor factory, KeyCatalog catalog) {
        homeIn(factory).byFactory.put(factory.getUuid(), catalog);
    }

    /** Forgets a factory's catalog, and returns what is to be forgotten elsewhere too; null if there is nothing. */
    public static @Nullable KeyCatalog remove(SessionFactoryImplementor factory) {
        return find(factory) == null ? null : homeIn(factory).byFactory.remove(factory.getUuid());
    }

    private static @Nullable KeyCatalog find(SessionFactoryImplementor factory) {
        try {
            return homeIn(factory).byFactory.get(factory.getUuid());
        } catch (UnknownServiceException absent) {
            return null;
        }
    }

    private static KeyCatalogs homeIn(SessionFactoryImplementor factory) {
        return factory.getServiceRegistry().requireService(KeyCatalogs.class);
    }
}
