/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.tour;

import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What the server says of the stored rows, asked without Onkey and without Hibernate. */
@Component
final class StoredRows {

    private final JdbcTemplate jdbc;

    StoredRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    long organisations() {
        return number("select count(*) from organisation");
    }

    long assignments() {
        return number("select count(*) from assignment");
    }

    /** Every change of an assignment moves its version by one. */
    long changesOfAssignments() {
        return number("select coalesce(sum(version), 0) from assignment");
    }

    /** Rows, highest ids, and a checksum of all columns but the version. */
    String fingerprint() {
        return fingerprint("organisation", "id, name, coalesce(domain, '')") + "; "
                + fingerprint("assignment", "id, registry, block, spelling, organisation_id");
    }

    /** How far apart the server's generated ids are; 1 on most. */
    long idIncrement() {
        return number("select @@auto_increment_increment");
    }

    String collation() {
        return text("select collation_name from information_schema.columns"
                + " where table_schema = database() and table_name = 'organisation' and column_name = 'name'");
    }

    private String fingerprint(String table, String columns) {
        return text("select concat('%1$s: ', count(*), ' rows, highest id ', coalesce(max(id), 0),".formatted(table)
                + " ', checksum ', coalesce(sum(crc32(concat_ws('|', %s))), 0)) from %s".formatted(columns, table));
    }

    private long number(String sql) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class));
    }

    private String text(String sql) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, String.class));
    }
}
