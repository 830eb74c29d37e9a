/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.service.spi.ServiceContributor;

/** Gives each service registry a home for plans; Hibernate finds it by its service file. */
public final class UpsertPlansContributor implements ServiceContributor {

    @Override
    public void contribute(StandardServiceRegistryBuilder registry) {
        registry.addService(UpsertPlans.class, new UpsertPlans());
    }
}
