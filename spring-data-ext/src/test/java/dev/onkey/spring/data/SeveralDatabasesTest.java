/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onkey.spring.data.desk.Ticket;
import dev.onkey.spring.data.desk.Tickets;
import dev.onkey.spring.data.several.Shops.Accounts;
import dev.onkey.spring.data.several.Shops.NorthAccounts;
import dev.onkey.spring.data.several.Shops.SouthAccounts;
import dev.onkey.spring.data.shop.Account;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Three persistence units, two of which map the same entity, and no default among them: whatever asks for "the" transaction manager
 * fails. One database is not MySQL.
 */
class SeveralDatabasesTest {

    private static ConfigurableApplicationContext context;
    private static Accounts north;
    private static Accounts south;
    private static Tickets tickets;

    @BeforeAll
    static void start() {
        context = new AnnotationConfigApplicationContext(
                UpsertFragments.class, Databases.North.class, Databases.South.class, Databases.Desk.class);
        north = context.getBean(NorthAccounts.class);
        south = context.getBean(SouthAccounts.class);
        tickets = context.getBean(Tickets.class);
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @BeforeEach
    void empty() {
        north.deleteAll();
        south.deleteAll();
        tickets.deleteAll();
    }

    @Test
    @DisplayName("works on the right persistence unit when there are several")
    void eachWritesToItsOwn() {
        Account annInTheNorth = north.getOrCreate(account("ann", "1"));
        south.upsertAll(List.of(account("bob", "2"), account("eve", "3")));

        assertThat(north.findById(annInTheNorth.id())).isPresent();
        assertThat(north.findAll()).extracting(Account::email).containsExactly("ann@x.org");
        assertThat(south.findAll()).extracting(Account::email).containsExactly("bob@x.org", "eve@x.org");
        assertThat(south.findByNaturalKey(Map.of("email", "ann@x.org"))).isEmpty();
    }

    @Test
    void duplicatesAreTranslatedInEach() {
        north.save(account("ann", "1"));
        south.save(account("bob", "1"));

        assertThat(duplicate(() -> north.save(account("ann", "2"))).attributes())
                .containsExactly("email");
        assertThat(duplicate(() -> south.upsert(account("eve", "1"))).attributes())
                .containsExactly("phone");
        assertThat(duplicate(() -> transaction("north").executeWithoutResult(status -> {
                            north.save(account("eve", "2"));
                            north.upsert(account("joe", "1"));
                        }))
                        .entityType())
                .isEqualTo(Account.class);
    }

    @Test
    void anotherDatabaseIsLeftAlone() {
        tickets.save(new Ticket(7));

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> tickets.save(new Ticket(7)))
                .isNotInstanceOf(DuplicateEntityException.class);
        assertThat(tickets.count()).isEqualTo(1);
    }

    @Test
    @DisplayName("a transaction of another database is not joined: what has its own is repeated")
    void repeatsWithinATransactionOfAnotherDatabase() throws SQLException {
        south.upsert(account("ann", "1"));
        DriverManagerDataSource database =
                (DriverManagerDataSource) context.getBean("&south", LocalContainerEntityManagerFactoryBean.class)
                        .getDataSource();
        Properties impatient = new Properties();
        impatient.setProperty("sessionVariables", "innodb_lock_wait_timeout=1");
        database.setConnectionProperties(impatient);
        try (Connection blocker = database.getConnection()) {
            blocker.setAutoCommit(false);
            try (Statement lock = blocker.createStatement()) {
                lock.execute("update Account set phone = '9'");
            }
            context.addApplicationListener(
                    ApplicationListener.forPayload((UpsertRetriedEvent retried) -> release(blocker)));

            transaction("north").executeWithoutResult(status -> {
                south.upsert(account("ann", "2"));
                status.setRollbackOnly();
            });
        }

        assertThat(south.findAll()).extracting(Account::phone).containsExactly("2");
    }

    @Test
    void aReadOnlyTransactionOfAnotherDatabaseDoesNotRefuse() {
        TransactionTemplate reading = transaction("north");
        reading.setReadOnly(true);

        reading.executeWithoutResult(status -> south.upsert(account("ann", "1")));
        transaction("south")
                .executeWithoutResult(
                        writing -> reading.executeWithoutResult(status -> south.upsert(account("bob", "2"))));

        assertThat(south.count()).isEqualTo(2);
    }

    @Test
    void refusesTwoRepositoriesOfOneInterface() {
        assertThatExceptionOfType(BeanCreationException.class)
                .isThrownBy(() -> new AnnotationConfigApplicationContext(
                        UpsertFragments.class, Databases.North.class, Databases.NorthAgain.class))
                .havingRootCause()
                .isInstanceOf(NotUpsertableException.class)
                .withMessageContainingAll("NorthAccounts", "'shops.NorthAccounts'", "'again'", "an interface for each");
    }

    private static void release(Connection blocker) {
        try {
            blocker.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TransactionTemplate transaction(String unit) {
        return new TransactionTemplate(context.getBean(unit + "Transactions", PlatformTransactionManager.class));
    }

    private static DuplicateEntityException duplicate(ThrowingCallable call) {
        return catchThrowableOfType(DuplicateEntityException.class, call);
    }

    private static Account account(String name, String phone) {
        return new Account(name + "@x.org", phone, name);
    }
}
