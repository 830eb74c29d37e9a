/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.onkey.hibernate.DuplicateEntityException;
import dev.onkey.hibernate.TestFactory;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** The duplicate is in another table than the one written to: a foreign key's ON UPDATE CASCADE made it. */
class CascadedDuplicateTest {

    @Test
    void namesTheEntityOfTheOtherTable() {
        try (TestFactory factory =
                TestFactory.of("dup_cascade", Depot.class, Parcel.class).build()) {
            factory.sessions().inTransaction(session -> {
                session.createNativeMutationQuery("alter table Parcel add foreign key (depot, kind)"
                                + " references Depot (code, kind) on update cascade")
                        .executeUpdate();
                for (long id = 1; id < 3; id++) {
                    session.persist(new Depot(id, "d" + id));
                    session.flush();
                    session.persist(new Parcel(id, "d" + id));
                }
            });
            try (Session session = factory.sessions().openSession()) {
                session.beginTransaction();
                session.find(Depot.class, 1L).code = "d2";
                Throwable thrown = catchThrowable(session::flush);
                session.getTransaction().rollback();
                DuplicateEntityException duplicate =
                        DuplicateEntityException.findIn(thrown).orElseThrow();
                assertThat(duplicate.entityType()).isEqualTo(Parcel.class);
                assertThat(duplicate.attributes()).containsExactly("depot");
                assertThat(duplicate.key().table()).isEqualTo("Parcel");
                assertThat(duplicate.key().constraint()).isEqualTo("ux_parcel");
                assertThat(duplicate.entity())
                        .as("the instance written is another one")
                        .isNull();
            }
        }
    }

    @Entity(name = "Depot")
    @Table(uniqueConstraints = @UniqueConstraint(columnNames = {"code", "kind"}))
    static class Depot extends Row {
        String code;
        long kind;

        Depot() {}

        Depot(long id, String code) {
            super(id);
            this.code = code;
            kind = id;
        }
    }

    @Entity(name = "Parcel")
    @Table(uniqueConstraints = @UniqueConstraint(name = "ux_parcel", columnNames = "depot"))
    static class Parcel extends Row {
        String depot;
        long kind;

        Parcel() {}

        Parcel(long id, String depot) {
            super(id);
            this.depot = depot;
            kind = id;
        }
    }
}
