/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.row;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onkey.hibernate.row.Column.Kind;
import dev.onkey.hibernate.row.Column.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableShapeTest {

    @Test
    void recognisesRowsByKeyAndGuardsButNotByWhatIsNullInAllOfThem() {
        TableShape shape = shape(
                column("`Code`", Kind.TEXT, Role.KEY),
                column("tenant", Kind.TEXT, Role.GUARD),
                new Column("deleted_at", "{soft-delete}", "NULL", false, Kind.ORDERED, Role.GUARD),
                column("name", Kind.TEXT, Role.VALUE));

        assertThat(shape.recognisedBy()).containsExactly("Code", "tenant");
        assertThat(shape.recognisedBy()).contains("CODE");
        assertThat(shape.compared()).extracting(Column::name).containsExactly("`Code`", "tenant", "deleted_at");
    }

    @Test
    void assignsToItselfAKeyThatPassesThroughNoTimeZone() {
        Column day = column("day", Kind.ORDERED, Role.KEY);
        Column code = column("code", Kind.TEXT, Role.KEY);

        assertThat(shape(day, code).steadyKey()).isEqualTo(code);
        assertThat(shape(day).steadyKey()).isEqualTo(day);
    }

    @Test
    void isItselfInTheRolesThatItHas() {
        TableShape shape = shape(column("code", Kind.TEXT, Role.KEY), column("name", Kind.TEXT, Role.VALUE));

        assertThat(shape.withRoles(List.of(Role.KEY, Role.VALUE))).isSameAs(shape);
        assertThat(shape.withRoles(List.of(Role.KEY, Role.TOUCH)).in(Role.TOUCH))
                .extracting(Column::name)
                .containsExactly("name");
    }

    private static TableShape shape(Column... columns) {
        return new TableShape("t", List.of("id"), true, List.of(columns));
    }

    private static Column column(String name, Kind kind, Role role) {
        return new Column(name, name, "?", true, kind, role);
    }
}
