/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.tour;

import dev.onkey.hibernate.Outcome;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Loads the file into an empty database. */
@Component
@Order(2)
final class LoadStep implements Step {

    private final Loader loader;
    private final SourceTable source;
    private final StoredRows stored;

    LoadStep(Loader loader, SourceTable source, StoredRows stored) {
        this.loader = loader;
        this.source = source;
        this.stored = stored;
    }

    @Override
    public String title() {
        return "Load it";
    }

    @Override
    public String code() {
        return """
                organisation = organisations.getOrCreate(new Organisation(name));
                rows = assignments.upsertAll(chunk);""";
    }

    @Override
    public List<String> walk(Visit visit) {
        Outcomes outcomes = loader.load(visit.listing().rows(), visit.report());
        Claims claims = visit.claims();
        claims.check("one row per organisation", source.organisations(), stored.organisations());
        claims.check("one row per block", source.blocks(), stored.assignments());
        claims.check("a block's first row creates it", source.blocks(), outcomes.of(Outcome.CREATED));
        claims.check(
                "a row that differs from the one before updates it", source.changes(), outcomes.of(Outcome.UPDATED));
        claims.check(
                "any other row changes nothing",
                source.rows() - source.blocks() - source.changes(),
                outcomes.of(Outcome.UNCHANGED));
        claims.check("blocks that are not stored as their last row says", 0L, source.blocksNotAsListed());
        claims.check("versions moved", source.changes(), stored.changesOfAssignments());
        return List.of(
                "organisations: " + Report.number(stored.organisations()) + " rows, as many as the server counted",
                "assignments:   " + outcomes);
    }
}
