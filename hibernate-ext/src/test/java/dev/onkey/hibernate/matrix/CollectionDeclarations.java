/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.matrix;

import static dev.onkey.hibernate.DuplicateKey.Kind.PRIMARY;
import static dev.onkey.hibernate.DuplicateKey.Kind.UNIQUE;

import dev.onkey.hibernate.matrix.Collections.Owner;
import java.util.List;

/** Every way to declare a unique key of a collection's table. The owners of each begin at another identifier. */
final class CollectionDeclarations {

    static final List<Declaration> ALL = List.of(
            new Declaration(
                            "@CollectionTable",
                            UNIQUE,
                            Owner.class,
                            (id, key) -> id == 9
                                    ? new Owner(10 + id).tags("x", "t", "t")
                                    : new Owner(10 + id).tags("t" + key))
                    .attribute("id", null)
                    .attribute("tags", null)
                    .table("OwnerTags")
                    .columns("owner_id", "tag")
                    .collection("tags", "insert into OwnerTags select * from OwnerTags where owner_id = 11"),
            new Declaration(
                            "@ManyToMany",
                            UNIQUE,
                            Owner.class,
                            (id, key) ->
                                    id == 9 ? new Owner(20 + id).tenants(2, 1, 1) : new Owner(20 + id).tenants(key))
                    .attribute("id", null)
                    .attribute("tenants", null)
                    .table("OwnerTenants")
                    .columns("owner_id", "tenant_id")
                    .collection("tenants", "insert into OwnerTenants select * from OwnerTenants where owner_id = 21"),
            new Declaration(
                            "@ElementCollection of embeddables",
                            UNIQUE,
                            Owner.class,
                            (id, key) -> new Owner(30 + id).phone("l" + id, "n" + key))
                    .attribute("phones.area", null)
                    .attribute("phones.number", null)
                    .table("OwnerPhones")
                    .columns("area", "number")
                    .collection(
                            "phones",
                            "insert into OwnerPhones (Owner_id, label, area, number)"
                                    + " select Owner_id, 'other', area, number from OwnerPhones where Owner_id = 31"),
            new Declaration(
                            "a map's key",
                            PRIMARY,
                            Owner.class,
                            (id, key) -> new Owner(40 + id).phone("l" + id, "m" + key))
                    .attribute("id", null)
                    .attribute("key(phones)", null)
                    .table("OwnerPhones")
                    .columns("Owner_id", "label")
                    .collection(
                            "phones",
                            "insert into OwnerPhones (Owner_id, label, area, number)"
                                    + " select Owner_id, label, '1', '1' from OwnerPhones where Owner_id = 41"),
            new Declaration("a set's elements", PRIMARY, Owner.class, (id, key) -> new Owner(50 + id).nick("n" + key))
                    .attribute("id", null)
                    .attribute("nicks", null)
                    .table("Owner_nicks")
                    .columns("Owner_id", "nick")
                    .collection("nicks", "insert into Owner_nicks select * from Owner_nicks where Owner_id = 51"),
            new Declaration(
                            "a list's positions",
                            PRIMARY,
                            Owner.class,
                            (id, key) -> new Owner(60 + id).queue("q" + key))
                    .attribute("id", null)
                    .attribute("index(queue)", null)
                    .table("Owner_queue")
                    .columns("Owner_id", "place")
                    .collection("queue", "insert into Owner_queue select * from Owner_queue where Owner_id = 61"),
            new Declaration(
                            "@OneToMany with @JoinTable",
                            UNIQUE,
                            Owner.class,
                            (id, key) -> new Owner(70 + id).sole(key))
                    .attribute("sole", null)
                    .table("OwnerSole")
                    .columns("sole_id")
                    .collection("sole", "insert into OwnerSole select * from OwnerSole where Owner_id = 71"));

    private CollectionDeclarations() {}
}
