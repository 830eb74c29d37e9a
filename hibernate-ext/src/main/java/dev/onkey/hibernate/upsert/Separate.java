/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import java.util.Set;

/** The columns, by name, whose update proposes another value than the insert. */
record Separate(Set<String> columns) {

    static final Separate NONE = new Separate(Set.of());

    Separate {
        columns = Set.copyOf(columns);
    }

    boolean has(String column) {
        return columns.contains(column);
    }
}
