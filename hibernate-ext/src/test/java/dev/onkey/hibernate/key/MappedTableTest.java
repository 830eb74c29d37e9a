/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onkey.hibernate.DuplicateKey;
import dev.onkey.hibernate.DuplicateKey.Kind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MappedTableTest {

    private static final Attribute ID = attribute(Person.class, "id", "id");
    private static final Attribute BADGE = attribute(Person.class, "badge", "badge");
    private static final Attribute DESK = attribute(Employee.class, "desk", "desk");
    private static final Attribute CAR = attribute(Visitor.class, "car", "car");
    private static final Attribute ROOM = attribute(Manager.class, "room", "room");

    private final MappedTable people = table(new RowOwner(
            Person.class, null, List.of(ID, BADGE, DESK, CAR, ROOM), List.of(List.of(BADGE, DESK), List.of(CAR))));

    @Test
    void aKeyIsPrimaryNaturalOrAnother() {
        assertThat(key("PRIMARY", "id")).isEqualTo(duplicate(Kind.PRIMARY, "PRIMARY", Person.class, "id"));
        assertThat(key("ux", "car")).isEqualTo(duplicate(Kind.NATURAL, "ux", Visitor.class, "car"));
        assertThat(key("ux", "desk", "badge"))
                .isEqualTo(duplicate(Kind.NATURAL, "ux", Employee.class, "desk", "badge"));
        assertThat(key("ux", "badge")).isEqualTo(duplicate(Kind.UNIQUE, "ux", Person.class, "badge"));
        assertThat(people.key("ux", List.of("car"), false).duplicate().kind()).isEqualTo(Kind.UNIQUE);
    }

    @Test
    void theEntityIsTheLowestThatBringsAnAttribute() {
        assertThat(key("ux", "id", "room").entityType()).isEqualTo(Manager.class);
        assertThat(key("ux", "room", "desk", "badge").entityType()).isEqualTo(Manager.class);
        assertThat(key("ux", "desk", "car").entityType()).isEqualTo(Person.class);
        assertThat(key("ux", "unknown"))
                .isEqualTo(new DuplicateKey(
                        Kind.UNIQUE, "ux", "people", List.of("unknown"), Person.class, null, List.of()));
    }

    @Test
    void anAttributeFromAboveIsTheEntitys() {
        MappedTable employees = table(new RowOwner(Employee.class, null, List.of(ID, DESK), List.of()));
        assertThat(employees.key("ux", List.of("id"), true).duplicate().entityType())
                .isEqualTo(Employee.class);
        assertThat(employees.key("ux", List.of("desk", "id"), true).duplicate().entityType())
                .isEqualTo(Employee.class);
    }

    @Test
    void withoutAnEntityThereIsNoAttributeAndNoNaturalKey() {
        MappedTable shared = table(new RowOwner(null, null, List.of(ID, BADGE), List.of(List.of(BADGE))));
        DuplicateKey key = shared.key("ux", List.of("badge"), true).duplicate();
        assertThat(key)
                .isEqualTo(new DuplicateKey(Kind.UNIQUE, "ux", "people", List.of("badge"), null, null, List.of()));
        assertThat(table(RowOwner.UNKNOWN)
                        .key("PRIMARY", List.of("id"), true)
                        .duplicate()
                        .kind())
                .isEqualTo(Kind.PRIMARY);
    }

    @Test
    void aCollectionIsNamedByItsPath() {
        Attribute tags = attribute(null, "tags", "tag");
        MappedTable table = table(new RowOwner(Person.class, "tags", List.of(ID, tags), List.of()));
        DuplicateKey key = table.key("ux", List.of("id", "tag"), true).duplicate();
        assertThat(key.collection()).isEqualTo("tags");
        assertThat(key.attributes()).containsExactly("id", "tags");
        assertThat(key.describe())
                .isEqualTo("An element of Person.tags already exists: id, tags (unique key 'ux' of table 'people')");
    }

    @Test
    void theDeclaredKeysAreKnown() {
        MappedTable table = new MappedTable(
                "shop",
                "people",
                new RowOwner(Person.class, null, List.of(ID), List.of()),
                Map.of("PRIMARY", List.of("id")));
        assertThat(table.schema()).isEqualTo("shop");
        assertThat(table.name()).isEqualTo("people");
        assertThat(table.keys()).containsExactly(table.key("PRIMARY", List.of("id"), true));
        MappedKey key = table.keys().get(0);
        assertThat(key.schema()).isEqualTo("shop");
        assertThat(key.table()).isEqualTo("people");
        assertThat(key.index()).isEqualTo("PRIMARY");
        assertThat(key.isNamesake(people.key("primary", List.of(), true))).isTrue();
        assertThat(key.isNamesake(people.key("ux", List.of("id"), true))).isFalse();
        MappedTable other = new MappedTable("shop", "People", RowOwner.UNKNOWN, Map.of());
        assertThat(key.isNamesake(other.key("PRIMARY", List.of("id"), true))).isFalse();
    }

    private DuplicateKey key(String index, String... columns) {
        return people.key(index, List.of(columns), true).duplicate();
    }

    private static DuplicateKey duplicate(Kind kind, String index, Class<?> entity, String... attributes) {
        return new DuplicateKey(kind, index, "people", List.of(attributes), entity, null, List.of(attributes));
    }

    private static MappedTable table(RowOwner owner) {
        return new MappedTable(null, "people", owner, Map.of());
    }

    private static Attribute attribute(@Nullable Class<?> entity, String path, String... columns) {
        return new Attribute(entity, path, "people", List.of(columns), true);
    }

    private static class Person {}

    private static class Employee extends Person {}

    private static final class Manager extends Employee {}

    private static final class Visitor extends Person {}
}
