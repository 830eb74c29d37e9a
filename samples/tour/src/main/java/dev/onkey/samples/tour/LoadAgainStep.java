/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.tour;

import dev.onkey.hibernate.Outcome;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Loads what is loaded already. */
@Component
@Order(3)
final class LoadAgainStep implements Step {

    private final Loader loader;
    private final Organisations organisations;
    private final SourceTable source;
    private final StoredRows stored;

    LoadAgainStep(Loader loader, Organisations organisations, SourceTable source, StoredRows stored) {
        this.loader = loader;
        this.organisations = organisations;
        this.source = source;
        this.stored = stored;
    }

    @Override
    public String title() {
        return "Load it again: nothing changes";
    }

    @Override
    public String code() {
        return "// the same two lines";
    }

    @Override
    public List<String> walk(Visit visit) {
        long idBefore = nextOrganisationId();
        long versionsBefore = stored.changesOfAssignments();
        String before = stored.fingerprint();

        Outcomes outcomes = loader.load(visit.listing().rows(), visit.report());

        long changes = source.changesWhenRepeated();
        Claims claims = visit.claims();
        claims.check("both tables are as they were", before, stored.fingerprint());
        claims.check("nothing is created", 0L, outcomes.of(Outcome.CREATED));
        claims.check(
                "rows UPDATED: blocks that are listed twice, in different ways", changes, outcomes.of(Outcome.UPDATED));
        claims.check("all others are UNCHANGED", source.rows() - changes, outcomes.of(Outcome.UNCHANGED));
        claims.check("versions moved", changes, stored.changesOfAssignments() - versionsBefore);
        claims.check(
                "ids that getOrCreate used up by finding what exists",
                0L,
                nextOrganisationId() - idBefore - stored.idIncrement());
        return List.of(
                "assignments:   " + outcomes,
                changes == 0
                        ? "no version moved"
                        : "the " + changes
                                + " UPDATED list a block again, in another way; the last one wins, as before",
                "same rows, same ids, same checksums; " + Report.number(source.spellings())
                        + " getOrCreate used up no id");
    }

    /** Creates an organisation and removes it: its id shows how far the server has counted. */
    private long nextOrganisationId() {
        Organisation probe = organisations.getOrCreate(new Organisation("Probe " + UUID.randomUUID()));
        organisations.deleteById(Objects.requireNonNull(probe.id()));
        return Objects.requireNonNull(probe.id());
    }
}
