/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.tour;

import dev.onkey.hibernate.DuplicateKey;
import dev.onkey.spring.data.DuplicateEntityException;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Saves what exists, the ordinary way. */
@Component
@Order(5)
final class DuplicateStep implements Step {

    private final Organisations organisations;
    private final StoredRows stored;

    DuplicateStep(Organisations organisations, StoredRows stored) {
        this.organisations = organisations;
        this.stored = stored;
    }

    @Override
    public String title() {
        return "Save a duplicate, and ask the exception what it knows";
    }

    @Override
    public String code() {
        return """
                try { organisations.save(new Organisation("cern")); }
                catch (DuplicateEntityException e) { e.entityType(); e.attributes(); e.key(); }""";
    }

    @Override
    public List<String> walk(Visit visit) {
        organisations.getOrCreate(new Organisation("CERN"));
        String before = stored.fingerprint();
        DuplicateKey key = keyOf(visit.claims());
        Claims claims = visit.claims();
        claims.check("the entity", Organisation.class, key.entityType());
        claims.check("its attributes", List.of("name"), key.attributes());
        claims.check("the table", "organisation", key.table());
        claims.check("the key is the natural one", DuplicateKey.Kind.NATURAL, key.kind());
        claims.check("nothing was written", before, stored.fingerprint());
        return List.of(
                "entityType = Organisation, attributes = " + key.attributes() + ", table = " + key.table(),
                "kind = " + key.kind() + ", constraint = " + key.constraint());
    }

    private DuplicateKey keyOf(Claims claims) {
        try {
            organisations.save(new Organisation("cern"));
        } catch (DuplicateEntityException e) {
            return e.key();
        }
        throw claims.refuted("saving 'cern' where 'CERN' exists", "DuplicateEntityException", "no exception");
    }
}
