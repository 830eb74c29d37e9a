/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.random;

import dev.onkey.hibernate.DuplicateKey;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The two entities, as the model knows them. */
enum Kind {
    CONTACT(
            Contact.class,
            "phone",
            new Key(DuplicateKey.Kind.NATURAL, "ux_contact", List.of("office", "label")),
            new Key(DuplicateKey.Kind.UNIQUE, "ux_phone", List.of("phone"))),
    PRODUCT(
            Product.class,
            "serial",
            new Key(DuplicateKey.Kind.NATURAL, "ux_code", List.of("code")),
            new Key(DuplicateKey.Kind.UNIQUE, "ux_serial", List.of("serial")),
            new Key(DuplicateKey.Kind.PRIMARY, "PRIMARY", List.of("id")));

    /** A unique key. */
    record Key(DuplicateKey.Kind kind, String constraint, List<String> attributes) {}

    private final Class<?> type;
    private final String otherKey;
    private final List<Key> keys;
    private final List<Field> fields;

    Kind(Class<?> type, String otherKey, Key... keys) {
        this.type = type;
        this.otherKey = otherKey;
        this.keys = List.of(keys);
        this.fields = new ArrayList<>();
        Stream.of(type, type.getSuperclass())
                .flatMap(each -> Stream.of(each.getDeclaredFields()))
                .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
                .forEach(fields::add);
    }

    Class<?> type() {
        return type;
    }

    /** The attribute that is the second unique key. */
    String otherKey() {
        return otherKey;
    }

    List<Key> keys() {
        return keys;
    }

    List<String> naturalKey() {
        return keys.get(0).attributes();
    }

    Map<String, Object> naturalKeyOf(Row row) {
        Map<String, Object> values = new TreeMap<>();
        naturalKey().forEach(attribute -> values.put(attribute, row.get(attribute)));
        return values;
    }

    boolean generatesId() {
        return this == CONTACT;
    }

    boolean versioned() {
        return this == CONTACT;
    }

    /** The attributes, which are also called that in the table, and their types. */
    Map<String, Class<?>> attributes() {
        Map<String, Class<?>> attributes = new TreeMap<>();
        fields.forEach(field ->
                attributes.put(field.getName(), field.getType() == int.class ? Integer.class : field.getType()));
        return attributes;
    }

    Row read(Object entity) {
        Map<String, Object> values = new TreeMap<>();
        try {
            for (Field field : fields) {
                values.put(field.getName(), field.get(entity));
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
        return new Row(values);
    }

    Object entity(Row row) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            Object entity = constructor.newInstance();
            write(row.values(), entity);
            return entity;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    void write(Map<String, Object> values, Object entity) {
        try {
            for (Field field : fields) {
                if (values.containsKey(field.getName())) {
                    field.set(entity, values.get(field.getName()));
                }
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
