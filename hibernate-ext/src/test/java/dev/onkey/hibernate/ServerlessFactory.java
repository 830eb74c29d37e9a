/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate;

import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.Configuration;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/** Session factories that never connect, for what happens at start-up alone. */
public final class ServerlessFactory {

    private ServerlessFactory() {}

    /** A registry that several factories may share. */
    public static StandardServiceRegistry registry(String dialect) {
        return new StandardServiceRegistryBuilder()
                .applySetting("hibernate.dialect", dialect.contains(".") ? dialect : "org.hibernate.dialect." + dialect)
                .applySetting("hibernate.boot.allow_jdbc_metadata_access", "false")
                .build();
    }

    public static SessionFactoryImplementor in(StandardServiceRegistry registry, Class<?>... entities) {
        Configuration configuration = new Configuration();
        for (Class<?> entity : entities) {
            configuration.addAnnotatedClass(entity);
        }
        return configuration.buildSessionFactory(registry).unwrap(SessionFactoryImplementor.class);
    }
}
