/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.key;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Index;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;

/** Reads a table's unique keys from Hibernate's boot model. */
final class UniqueKeyReader {

    private UniqueKeyReader() {}

    /** The columns by the key's name: Hibernate names every one of them itself, it leaves none to the server. */
    static Map<String, List<String>> of(Table table) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        if (table.getPrimaryKey() != null) {
            found.put(MappedKey.PRIMARY, columns(table.getPrimaryKey().getColumns()));
        }
        for (Column each : table.getColumns()) {
            if (each.isUnique() && each.getUniqueKeyName() != null && !table.isPrimaryKey(each)) {
                found.put(unquoted(each.getUniqueKeyName()), List.of(each.getName()));
            }
        }
        for (UniqueKey each : table.getUniqueKeys().values()) {
            found.put(unquoted(each.getName()), columns(each.getColumns()));
        }
        for (Index each : table.getIndexes().values()) {
            if (each.isUnique()) {
                found.put(unquoted(each.getName()), columns(each.getSelectables()));
            }
        }
        return found;
    }

    /** Their names; empty if there is an expression among them: then the columns alone do not make up the whole. */
    static List<String> columns(List<? extends Selectable> selectables) {
        List<String> names = new ArrayList<>();
        for (Selectable each : selectables) {
            if (!(each instanceof Column column)) {
                return List.of();
            }
            names.add(column.getName());
        }
        return names;
    }

    private static String unquoted(String name) {
        boolean quoted = name.length() > 2 && name.startsWith("`") && name.endsWith("`");
        return quoted ? name.substring(1, name.length() - 1) : name;
    }
}
