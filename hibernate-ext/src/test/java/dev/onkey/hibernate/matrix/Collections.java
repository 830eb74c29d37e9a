/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.matrix;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collections that have a table of their own. */
final class Collections {

    private Collections() {}

    @Embeddable
    record Phone(String area, String number) {}

    @Entity(name = "Owner")
    static class Owner extends Row {

        @ElementCollection
        @CollectionTable(
                name = "OwnerTags",
                joinColumns = @JoinColumn(name = "owner_id"),
                uniqueConstraints =
                        @UniqueConstraint(
                                name = "ux_tags",
                                columnNames = {"owner_id", "tag"}))
        @Column(name = "tag")
        List<String> tags = new ArrayList<>();

        @ElementCollection
        @Column(name = "nick", nullable = false)
        Set<String> nicks = new HashSet<>();

        @ElementCollection
        @OrderColumn(name = "place")
        List<String> queue = new ArrayList<>();

        @ElementCollection
        @CollectionTable(
                name = "OwnerPhones",
                uniqueConstraints =
                        @UniqueConstraint(
                                name = "ux_phones",
                                columnNames = {"area", "number"}))
        @MapKeyColumn(name = "label")
        Map<String, Phone> phones = new HashMap<>();

        @ManyToMany
        @JoinTable(
                name = "OwnerTenants",
                joinColumns = @JoinColumn(name = "owner_id"),
                inverseJoinColumns = @JoinColumn(name = "tenant_id"),
                uniqueConstraints =
                        @UniqueConstraint(
                                name = "ux_members",
                                columnNames = {"owner_id", "tenant_id"}))
        List<Tenant> tenants = new ArrayList<>();

        @OneToMany
        @JoinTable(name = "OwnerSole")
        List<Tenant> sole = new ArrayList<>();

        Owner() {}

        Owner(long id) {
            super(id);
        }

        Owner tags(String... values) {
            tags.addAll(List.of(values));
            return this;
        }

        Owner phone(String label, String number) {
            phones.put(label, new Phone("030", number));
            return this;
        }

        Owner tenants(long... ids) {
            for (long each : ids) {
                tenants.add(new Tenant(each));
            }
            return this;
        }

        Owner nick(String value) {
            nicks.add(value);
            return this;
        }

        Owner queue(String value) {
            queue.add(value);
            return this;
        }

        Owner sole(long tenant) {
            sole.add(new Tenant(tenant));
            return this;
        }
    }
}
