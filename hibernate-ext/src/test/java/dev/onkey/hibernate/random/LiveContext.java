/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onkey.hibernate.random.Tables.Place;
import dev.onkey.hibernate.upsert.Upserts;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.engine.spi.EntityKey;

/** A real session, managing or not, and its transaction. */
final class LiveContext {

    private final Session session;
    private final StatelessSession stateless;

    LiveContext(SessionFactory factory, boolean stateless) {
        this.session = stateless ? null : factory.openSession();
        this.stateless = stateless ? factory.openStatelessSession() : null;
    }

    Session session() {
        return session;
    }

    Upserts upserts() {
        return session == null ? Upserts.in(stateless) : Upserts.in(session);
    }

    /** The entity, which is managed. */
    Object managed(Place place) {
        return session.find(place.kind().type(), place.id());
    }

    /** The state of an entity that the library has returned. */
    Row returned(Kind kind, Object entity) {
        if (session != null) {
            assertThat(session.contains(entity)).as("is managed").isTrue();
        }
        return kind.read(entity);
    }

    void delete(Kind kind, List<Long> ids) {
        (session == null ? stateless : session)
                .createMutationQuery("delete from " + kind.type().getName() + " e where e.id in :ids")
                .setParameterList("ids", ids)
                .executeUpdate();
    }

    /** Compares what is managed. */
    void check(Map<Place, Row> expected, int count) {
        if (session == null) {
            return;
        }
        Set<Place> places = new HashSet<>();
        for (Object each : session.getStatistics().getEntityKeys()) {
            EntityKey key = (EntityKey) each;
            Kind kind = key.getEntityName().endsWith("Contact") ? Kind.CONTACT : Kind.PRODUCT;
            places.add(new Place(kind, (Long) key.getIdentifierValue()));
        }
        assertThat(places).as("managed").containsAll(expected.keySet()).hasSize(count);
        expected.forEach((place, state) -> assertThat(place.kind().read(managed(place)))
                .as("managed %s", place)
                .isEqualTo(state));
    }

    void begin() {
        (session == null ? stateless : session).beginTransaction();
    }

    void commit() {
        (session == null ? stateless : session).getTransaction().commit();
    }

    void rollBack() {
        var transaction = (session == null ? stateless : session).getTransaction();
        if (transaction.getStatus().canRollback()) {
            transaction.rollback();
        }
    }

    void close() {
        (session == null ? stateless : session).close();
    }
}
