/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.tour;

import dev.onkey.samples.tour.DataSet.Facts;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets the server count first, so that later steps have something independent to be checked against. */
@Component
@Order(1)
final class CountStep implements Step {

    private final SourceTable source;
    private final StoredRows stored;

    CountStep(SourceTable source, StoredRows stored) {
        this.source = source;
        this.stored = stored;
    }

    @Override
    public String title() {
        return "Let the server count what is in the file: plain SQL, no Onkey";
    }

    @Override
    public String code() {
        return "select count(*), count(distinct organisation), count(distinct registry, block) from source";
    }

    @Override
    public List<String> walk(Visit visit) {
        source.fill(visit.listing().rows());
        visit.claims()
                .check(
                        "every row is in the source table",
                        (long) visit.listing().rows().size(),
                        source.rows());
        Facts facts = visit.facts();
        if (facts != null) {
            visit.claims().check("rows of the file", (long) facts.rows(), source.rows());
            visit.claims().check("spellings of organisations", (long) facts.spellings(), source.spellings());
            visit.claims().check("blocks", (long) facts.blocks(), source.blocks());
        }
        return List.of(
                Report.number(source.rows()) + " rows assign " + Report.number(source.blocks()) + " blocks",
                Report.number(source.spellings()) + " spellings of organisations are "
                        + Report.number(source.organisations()) + " under " + stored.collation());
    }
}
