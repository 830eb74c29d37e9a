/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.key;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The columns of a key; MySQL's column names are the same in upper and lower case. */
record Columns(List<String> names) {

    Columns {
        names = List.copyOf(names);
    }

    static Columns of(List<Attribute> attributes) {
        return new Columns(attributes.stream()
                .flatMap(each -> each.columns().stream())
                .distinct()
                .toList());
    }

    /** Whether these are the same columns, in any order. */
    boolean sameAs(Collection<String> others) {
        return !names.isEmpty() && ignoringCase(names).equals(ignoringCase(others));
    }

    /**
     * The attributes that these columns make up, in the order of the columns.
     *
     * @param attributes all attributes of the table
     * @param preferred paths that win where several attributes share a column
     * @return empty unless each column belongs to exactly one attribute, and each attribute has all its columns here
     */
    List<String> attributes(Collection<Attribute> attributes, Collection<String> preferred) {
        Set<String> here = ignoringCase(names);
        List<Attribute> inside = attributes.stream()
                .filter(each -> !each.columns().isEmpty() && here.containsAll(each.columns()))
                .toList();
        Set<String> paths = new LinkedHashSet<>();
        for (String name : names) {
            Set<String> owners = ownersOf(name, inside, preferred);
            if (owners.size() != 1) {
                return List.of();
            }
            paths.addAll(owners);
        }
        return List.copyOf(paths);
    }

    private static Set<String> ownersOf(String column, List<Attribute> inside, Collection<String> preferred) {
        Set<String> chosen = new LinkedHashSet<>();
        Set<String> inserted = new LinkedHashSet<>();
        Set<String> all = new LinkedHashSet<>();
        for (Attribute each : inside) {
            if (!ignoringCase(each.columns()).contains(column)) {
                continue;
            }
            all.add(each.path());
            if (each.inserted()) {
                inserted.add(each.path());
            }
            if (preferred.contains(each.path())) {
                chosen.add(each.path());
            }
        }
        if (!chosen.isEmpty()) {
            return chosen;
        }
        return inserted.isEmpty() ? all : inserted;
    }

    private static Set<String> ignoringCase(Collection<String> names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(names);
        return set;
    }
}
