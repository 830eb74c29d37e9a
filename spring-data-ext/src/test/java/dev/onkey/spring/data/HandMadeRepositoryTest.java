/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onkey.hibernate.Outcome;
import dev.onkey.spring.data.shop.Account;
import dev.onkey.spring.data.shop.Accounts;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TransactionRequiredException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.data.jpa.repository.support.JpaRepositoryFactory;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

/** A repository that is made by a factory, without an application context. */
class HandMadeRepositoryTest {

    private static LocalContainerEntityManagerFactoryBean unit;
    private static EntityManager entityManager;
    private static Accounts accounts;

    @BeforeAll
    static void start() {
        unit = PersistenceUnits.unit("onkey_spring_by_hand", Account.class);
        unit.afterPropertiesSet();
        entityManager = unit.getObject().createEntityManager();
        accounts = new JpaRepositoryFactory(entityManager)
                .getRepository(Accounts.class, UpsertFragments.of(entityManager));
    }

    @AfterAll
    static void stop() {
        entityManager.close();
        unit.destroy();
    }

    @Test
    @DisplayName("a repository made by hand, from a `JpaRepositoryFactory`")
    void works() {
        entityManager.getTransaction().begin();
        Account created = accounts.getOrCreate(new Account("ann@x.org", "1", "Ann"));
        Outcome outcome = accounts.upsert(new Account("ann@x.org", "1", "Anna")).outcome();
        accounts.upsertAll(List.of(new Account("bob@x.org", "2", "Bob")));
        entityManager.getTransaction().commit();

        assertThat(created.name()).isEqualTo("Anna");
        assertThat(outcome).isEqualTo(Outcome.UPDATED);
        assertThat(accounts.findByNaturalKey(Map.of("email", "bob@x.org"))).isPresent();
        assertThat(accounts.count()).isEqualTo(2);
    }

    @Test
    void writesWithinATransactionOnly() {
        assertThatThrownBy(() -> accounts.upsert(new Account("ann@x.org", "1", "Ann")))
                .isInstanceOf(TransactionRequiredException.class);
    }
}
