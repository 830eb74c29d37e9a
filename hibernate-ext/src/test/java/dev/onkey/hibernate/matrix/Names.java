/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.matrix;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

/** Names that have to be quoted, or are in another schema. */
final class Names {

    static final String OTHER_SCHEMA = "dup_matrix_other";

    private Names() {}

    @Entity(name = "Quoted")
    @Table(
            name = "`a quo.ted'table`",
            uniqueConstraints = @UniqueConstraint(name = "`the ke'y`", columnNames = "`blank name`"))
    static class Quoted extends Row {
        @Column(name = "`blank name`")
        String blank;

        Quoted() {}

        Quoted(long id, long key) {
            super(id);
            blank = "b" + key;
        }
    }

    @Entity(name = "Reserved")
    @Table(name = "`select`", uniqueConstraints = @UniqueConstraint(name = "`' for key '`", columnNames = "`order`"))
    static class Reserved extends Row {
        @Column(name = "`order`")
        String order;

        Reserved() {}

        Reserved(long id, long key) {
            super(id);
            order = "' for key 'select.PRIMARY' o" + key;
        }
    }

    /** Called as another table in the default schema is. */
    @Entity(name = "Elsewhere")
    @Table(
            name = "Inline",
            catalog = OTHER_SCHEMA,
            uniqueConstraints = @UniqueConstraint(name = "ux_elsewhere", columnNames = "place"))
    static class Elsewhere extends Row {
        String place;

        Elsewhere() {}

        Elsewhere(long id, long key) {
            super(id);
            place = "p" + key;
        }
    }
}
