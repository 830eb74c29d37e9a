/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.key;

import dev.onkey.hibernate.DuplicateKey;
import dev.onkey.hibernate.DuplicateKey.Kind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table, and what the mapping stores in it. Immutable. */
public final class MappedTable {

    private final @Nullable String schema;
    private final String name;
    private final RowOwner owner;
    private final List<MappedKey> keys;

    MappedTable(@Nullable String schema, String name, RowOwner owner, Map<String, List<String>> uniqueKeys) {
        this.schema = schema;
        this.name = name;
        this.owner = owner;
        this.keys = uniqueKeys.entrySet().stream()
                .map(each -> key(each.getKey(), each.getValue(), true))
                .toList();
    }

    /** What Hibernate writes in front of the table, or null. */
    public @Nullable String schema() {
        return schema;
    }

    /** Its name, without quotes. */
    public String name() {
        return name;
    }

    /** The primary and unique keys that the mapping declares. */
    public List<MappedKey> keys() {
        return keys;
    }

    /**
     * A unique key of the table, in terms of its entity.
     *
     * @param index what it is called
     * @param columnNames its columns in order; empty where it is not made of columns alone
     * @param whole whether it is unique in them, and not in the beginnings of their values
     */
    public MappedKey key(String index, List<String> columnNames, boolean whole) {
        Columns columns = new Columns(columnNames);
        Collection<List<Attribute>> naturalKeys = owner.naturalKeys();
        List<String> naturalPaths =
                naturalKeys.stream().flatMap(List::stream).map(Attribute::path).toList();
        // without its entity, a path would lead nowhere
        List<String> paths = owner.entity() == null ? List.of() : columns.attributes(owner.attributes(), naturalPaths);
        Kind kind = kindOf(index, columns, whole);
        return new MappedKey(
                schema,
                new DuplicateKey(kind, index, name, columnNames, owner.entityWith(paths), owner.collection(), paths));
    }

    private Kind kindOf(String index, Columns columns, boolean whole) {
        if (index.equals(MappedKey.PRIMARY)) {
            return Kind.PRIMARY;
        }
        boolean natural = whole
                && owner.entity() != null
                && owner.naturalKeys().stream()
                        .anyMatch(each -> columns.sameAs(Columns.of(each).names()));
        return natural ? Kind.NATURAL : Kind.UNIQUE;
    }
}
