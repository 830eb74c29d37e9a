/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static dev.onkey.hibernate.Outcome.CREATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onkey.hibernate.NaturalKey;
import dev.onkey.hibernate.Outcome;
import dev.onkey.hibernate.TestFactory;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.constraints.Size;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Of Bean Validation's groups, an insert is held to that for inserts; an upsert to both, as it may do either. */
class ValidationGroupsTest {

    private static TestFactory factory;

    @BeforeAll
    static void start() {
        factory = TestFactory.of("validation_groups", Ticket.class)
                .set("jakarta.persistence.validation.group.pre-persist", Inserting.class.getName())
                .set("jakarta.persistence.validation.group.pre-update", UpdatingRow.class.getName())
                .build();
    }

    @AfterAll
    static void stop() {
        factory.close();
    }

    @Test
    void anInsertIsHeldToTheGroupForInserts() {
        assertThat(insert(new Ticket("insert", "", "long title"))).isEqualTo(CREATED);
        assertThatThrownBy(() -> insert(new Ticket("refused", "long note", "")))
                .isInstanceOf(ConstraintViolationException.class)
                .hasMessageContaining("note");
    }

    @Test
    void anUpsertIsHeldToBoth() {
        assertThat(upsert(new Ticket("both", "", ""))).isEqualTo(CREATED);
        assertThatThrownBy(() -> upsert(new Ticket("both", "long note", "")))
                .isInstanceOf(ConstraintViolationException.class)
                .hasMessageContaining("note");
        assertThatThrownBy(() -> upsert(new Ticket("both", "", "long title")))
                .isInstanceOf(ConstraintViolationException.class)
                .hasMessageContaining("title");
    }

    private static Outcome insert(Ticket ticket) {
        return factory.sessions()
                .fromTransaction(
                        session -> Upserts.in(session).insertIfAbsent(ticket).outcome());
    }

    private static Outcome upsert(Ticket ticket) {
        return factory.sessions()
                .fromTransaction(session -> Upserts.in(session).upsert(ticket).outcome());
    }

    interface Inserting {}

    interface UpdatingRow {}

    @Entity(name = "Ticket")
    @NaturalKey("code")
    static class Ticket {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(length = 20)
        String code;

        @Size(max = 5, groups = Inserting.class)
        String note;

        @Size(max = 5, groups = UpdatingRow.class)
        String title;

        protected Ticket() {}

        Ticket(String code, String note, String title) {
            this.code = code;
            this.note = note;
            this.title = title;
        }
    }
}
