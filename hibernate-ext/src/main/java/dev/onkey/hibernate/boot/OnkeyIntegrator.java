/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.boot;

import dev.onkey.hibernate.key.KeyCatalogs;
import dev.onkey.hibernate.key.KeyReader;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.dialect.MySQLDialect;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/**
 * Reads the unique keys when a session factory starts, and forgets them when it ends. On any other database than MySQL and
 * MariaDB it does nothing at all.
 */
public final class OnkeyIntegrator implements Integrator {

    @Override
    public void integrate(Metadata metadata, BootstrapContext bootstrap, SessionFactoryImplementor factory) {
        // the dialect of MariaDB, and those of TiDB and SingleStore's kind, extend MySQL's
        if (factory.getJdbcServices().getDialect() instanceof MySQLDialect) {
            KeyCatalogs.put(factory, KeyReader.read(metadata));
        }
    }

    @Override
    public void disintegrate(SessionFactoryImplementor factory, SessionFactoryServiceRegistry registry) {
        KeyCatalogs.remove(factory);
    }
}
