/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.key;

import dev.onkey.hibernate.DuplicateKey.Kind;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What entities have in one table.
 *
 * @param schema what Hibernate writes in front of the table, or null
 * @param table the table
 * @param owner the entity that its rows belong to; null where that is not one
 * @param attributes the attributes stored there
 * @param naturalKeys the natural keys stored there
 */
record TableEntities(
        @Nullable String schema,
        String table,
        @Nullable Class<?> owner,
        Collection<Attribute> attributes,
        Collection<List<Attribute>> naturalKeys) {

    /** A unique key of the table, in terms of its entity. */
    MappedKey key(String index, List<String> columnNames) {
        Columns columns = new Columns(columnNames);
        List<String> naturalPaths =
                naturalKeys.stream().flatMap(List::stream).map(Attribute::path).toList();
        // without its entity, a path would lead nowhere
        List<String> paths = owner == null ? List.of() : columns.attributes(attributes, naturalPaths);
        return new MappedKey(kindOf(index, columns), schema, table, index, columnNames, owner, paths);
    }

    private Kind kindOf(String index, Columns columns) {
        if (index.equals(MappedKey.PRIMARY)) {
            return Kind.PRIMARY;
        }
        boolean natural = owner != null
                && naturalKeys.stream()
                        .anyMatch(each -> columns.sameAs(Columns.of(each).names()));
        return natural ? Kind.NATURAL : Kind.UNIQUE;
    }
}
