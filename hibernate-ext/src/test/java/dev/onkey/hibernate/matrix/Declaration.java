/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.matrix;

import dev.onkey.hibernate.DuplicateKey.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.LongFunction;

/** A unique key, rows that collide in it, and what has to be said of them. */
final class Declaration {

    final String name;
    final Class<?> entity;
    final BiFunction<Long, Long, Object> row;
    final Kind kind;

    /** How to give the key to a row, by attribute. */
    final Map<String, LongFunction<Object>> attributes = new LinkedHashMap<>();

    String collection;
    String table;
    List<String> columns = List.of();
    String nativeInsert;
    Object[] alsoStored = {};
    long spareId = 99;

    /**
     * Declares a key.
     *
     * @param row makes a row from an identifier and the number of a key
     */
    Declaration(String name, Kind kind, Class<?> entity, BiFunction<Long, Long, Object> row) {
        this.name = name;
        this.kind = kind;
        this.entity = entity;
        this.row = row;
        this.table = entity.getSimpleName();
    }

    Declaration attribute(String path, LongFunction<Object> value) {
        attributes.put(path, value);
        return this;
    }

    Declaration columns(String... names) {
        columns = List.of(names);
        return this;
    }

    Declaration table(String value) {
        table = value;
        return this;
    }

    /** Says that the key is of a collection's table, and how to insert a row there by hand. */
    Declaration collection(String path, String insert) {
        collection = path;
        nativeInsert = insert;
        return this;
    }

    /** Stores more, and keeps an identifier that is free for an insert by hand. */
    Declaration spare(long id, Object... instances) {
        spareId = id;
        alsoStored = instances;
        return this;
    }

    boolean isOfAnEntity() {
        return collection == null;
    }

    boolean isIdentifier() {
        return kind == Kind.PRIMARY;
    }

    /** Collides with the first of the stored rows. */
    Object colliding() {
        return row.apply(9L, 1L);
    }

    String tableInSql() {
        String schema = entity == Names.Elsewhere.class ? "`" + Names.OTHER_SCHEMA + "`." : "";
        return schema + "`" + table + "`";
    }

    @Override
    public String toString() {
        return name;
    }
}
