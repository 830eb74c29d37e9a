/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.tour;

import dev.onkey.spring.data.DuplicateEntityException;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Upserts a row that collides with another one through a key that is not its natural one. */
@Component
@Order(6)
final class OtherKeyStep implements Step {

    private final Organisations organisations;
    private final StoredRows stored;

    OtherKeyStep(Organisations organisations, StoredRows stored) {
        this.organisations = organisations;
        this.stored = stored;
    }

    @Override
    public String title() {
        return "Upsert a new organisation that claims another one's domain: never the wrong row";
    }

    @Override
    public String code() {
        return """
                organisations.upsert(new Organisation("CERN", "cern.ch"));
                organisations.upsert(new Organisation("CERN openlab", "cern.ch"));  // ON DUPLICATE KEY hits CERN""";
    }

    @Override
    public List<String> walk(Visit visit) {
        Claims claims = visit.claims();
        Organisation cern =
                organisations.upsert(new Organisation("CERN", "cern.ch")).entity();
        claims.check("the domain is stored", "cern.ch", cern.domain());
        String before = stored.fingerprint();
        DuplicateEntityException refusal = refusal(claims);
        claims.check("the entity", Organisation.class, refusal.entityType());
        claims.check("the key that was hit", List.of("domain"), refusal.attributes());
        claims.check("nothing was written", before, stored.fingerprint());
        return List.of(
                "refused by DuplicateEntityException: attributes = " + refusal.attributes() + ", kind = "
                        + refusal.key().kind(),
                "CERN is as it was, and nothing was written");
    }

    private DuplicateEntityException refusal(Claims claims) {
        try {
            organisations.upsert(new Organisation("CERN openlab", "cern.ch"));
        } catch (DuplicateEntityException e) {
            return e;
        }
        throw claims.refuted("upserting 'CERN openlab' with CERN's domain", "DuplicateEntityException", "no exception");
    }
}
