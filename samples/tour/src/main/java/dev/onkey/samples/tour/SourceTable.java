/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.tour;

import dev.onkey.samples.tour.Listing.Row;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The rows as they are, in a table of their own, filled and counted without Onkey and without Hibernate: what the tour claims is
 * checked against what the server says of them, under its own collation.
 */
@Component
final class SourceTable {

    private static final int CHUNK = 1_000;

    private final JdbcTemplate jdbc;

    SourceTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void fill(List<Row> rows) {
        jdbc.execute(
                "create table source (line bigint, registry varchar(%d) not null,".formatted(Assignment.REGISTRY_LENGTH)
                        + " block varchar(%d) not null, organisation varchar(%d) not null, primary key (registry, block, line))"
                                .formatted(Assignment.BLOCK_LENGTH, Organisation.NAME_LENGTH));
        for (int from = 0; from < rows.size(); from += CHUNK) {
            List<Row> chunk = rows.subList(from, Math.min(from + CHUNK, rows.size()));
            Object[] values = chunk.stream()
                    .flatMap(row ->
                            List.<Object>of(row.line(), row.registry(), row.block(), row.organisation()).stream())
                    .toArray();
            jdbc.update("insert into source values (?, ?, ?, ?)" + ", (?, ?, ?, ?)".repeat(chunk.size() - 1), values);
        }
    }

    long rows() {
        return number("select count(*) from source");
    }

    long spellings() {
        return number("select count(distinct cast(organisation as binary)) from source");
    }

    long organisations() {
        return number("select count(distinct organisation) from source");
    }

    long blocks() {
        return number("select count(distinct registry, block) from source");
    }

    /** Rows that spell the organisation in another way than the row before of the same block. */
    long changes() {
        return number("select count(*) from source s where " + before("p.line < s.line", "p.line desc"));
    }

    /** The same where the file follows itself, so that before a block's first row comes its last one. */
    long changesWhenRepeated() {
        return number("select count(*) from source s where " + before("true", "(p.line < s.line) desc, p.line desc"));
    }

    /** Blocks whose assignment is missing or differs from their last row. */
    long blocksNotAsListed() {
        return number("select count(*) from source s"
                + " left join assignment a on a.registry = s.registry and a.block = s.block"
                + " left join organisation o on o.id = a.organisation_id"
                + " where not exists (select 1 from source later where later.registry = s.registry"
                + " and later.block = s.block and later.line > s.line)"
                + " and not (cast(a.spelling as binary) <=> cast(s.organisation as binary)"
                + " and o.name <=> s.organisation)");
    }

    private static String before(String which, String nearestFirst) {
        return "cast(s.organisation as binary) <> (select cast(p.organisation as binary) from source p"
                + " where p.registry = s.registry and p.block = s.block and " + which
                + " order by " + nearestFirst + " limit 1)";
    }

    private long number(String sql) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class));
    }
}
