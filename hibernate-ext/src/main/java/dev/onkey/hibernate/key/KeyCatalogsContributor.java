/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.key;

import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.service.spi.ServiceContributor;

/** Gives each service registry a home for catalogs; Hibernate finds it by its service file. */
public final class KeyCatalogsContributor implements ServiceContributor {

    @Override
    public void contribute(StandardServiceRegistryBuilder registry) {
        registry.addService(KeyCatalogs.class, new KeyCatalogs());
    }
}
