/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsTest {

    private static final Object TABLE = "table";

    @Test
    void areThoseOfTheAttributesOnce() {
        List<Attribute> attributes =
                List.of(attribute("tenant", "tenant_id"), attribute("copy", "tenant_id"), attribute("id", "a", "b"));
        assertThat(Columns.of(attributes).names()).containsExactly("tenant_id", "a", "b");
    }

    @Test
    void areTheSameInAnyOrderAndCase() {
        Columns columns = new Columns(List.of("a", "B"));
        assertThat(columns.sameAs(List.of("b", "A"))).isTrue();
        assertThat(columns.sameAs(List.of("a"))).isFalse();
        assertThat(columns.sameAs(List.of("a", "b", "c"))).isFalse();
        assertThat(new Columns(List.of()).sameAs(List.of())).isFalse();
    }

    @Test
    void makeUpAttributesInTheirOwnOrder() {
        List<Attribute> attributes =
                List.of(attribute("email", "EMAIL"), attribute("tenant", "t1", "t2"), attribute("items"));
        assertThat(attributes(attributes, "t1", "t2", "email")).containsExactly("tenant", "email");
        assertThat(attributes(attributes, "email", "T2", "t1")).containsExactly("email", "tenant");
    }

    @Test
    void makeUpNothingWhereAColumnIsNobodysOrHalfOfSomething() {
        List<Attribute> attributes = List.of(attribute("email", "email"), attribute("tenant", "t1", "t2"));
        assertThat(attributes(attributes, "email", "depot")).isEmpty();
        assertThat(attributes(attributes, "email", "t1")).isEmpty();
        assertThat(attributes(attributes)).isEmpty();
    }

    @Test
    void ofTwoAttributesWithTheSameColumnThePreferredOneWins() {
        Attribute tenant = attribute("tenant", "tenant_id");
        Attribute readOnly = new Attribute(null, "tenantId", TABLE, List.of("tenant_id"), false);
        Attribute other = attribute("other", "tenant_id");
        assertThat(attributes(List.of(readOnly, tenant), "tenant_id")).containsExactly("tenant");
        assertThat(attributes(List.of(readOnly), "tenant_id")).containsExactly("tenantId");
        assertThat(attributes(List.of(other, tenant), "tenant_id")).isEmpty();
        Columns columns = new Columns(List.of("tenant_id"));
        assertThat(columns.attributes(List.of(other, tenant), List.of("tenant")))
                .containsExactly("tenant");
        assertThat(columns.attributes(List.of(readOnly, tenant), List.of("tenantId")))
                .containsExactly("tenantId");
    }

    private static List<String> attributes(List<Attribute> attributes, String... columns) {
        return new Columns(List.of(columns)).attributes(attributes, List.of());
    }

    private static Attribute attribute(String path, String... columns) {
        return new Attribute(null, path, TABLE, List.of(columns), true);
    }
}
