/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onkey.spring.data.meter.Meter;
import dev.onkey.spring.data.meter.MeterApplication;
import dev.onkey.spring.data.meter.Meters;
import dev.onkey.spring.data.meter.SerialMeters;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** At which isolation a call runs that has a transaction of its own. */
class OwnTransactionsTest {

    private static ConfigurableApplicationContext context;
    private static JpaTransactionManager transactions;

    @BeforeAll
    static void start() {
        Map<String, Object> committed = Map.of(
                "onkey.isolation", "read-committed",
                "spring.datasource.hikari.transaction-isolation", "TRANSACTION_REPEATABLE_READ");
        context = BootApplications.start("onkey_spring_own", committed, MeterApplication.class);
        transactions = context.getBean(JpaTransactionManager.class);
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Test
    @DisplayName("the isolation of transactions that Onkey opens is a setting")
    void runsAtTheIsolationThatIsSet() {
        assertThat(isolationWithin(context.getBean(Meters.class))).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
        assertThat(isolationOfOthers()).isEqualTo(Connection.TRANSACTION_REPEATABLE_READ);
    }

    @Test
    void whatAMethodDeclaresComesFirst() {
        assertThat(isolationWithin(context.getBean(SerialMeters.class))).isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
    }

    @Test
    void joinsATransactionOfAnotherIsolation() {
        transactions.setValidateExistingTransaction(true);
        try {
            int isolation = new TransactionTemplate(transactions)
                    .execute(status -> isolationWithin(context.getBean(Meters.class)));
            assertThat(isolation).isEqualTo(Connection.TRANSACTION_REPEATABLE_READ);
        } finally {
            transactions.setValidateExistingTransaction(false);
        }
    }

    @Test
    void runsAtTheIsolationThatIsSetInAnOpenViewToo() {
        OpenView.run(
                context,
                () -> assertThat(isolationWithin(context.getBean(Meters.class)))
                        .isEqualTo(Connection.TRANSACTION_READ_COMMITTED));
    }

    @Test
    void isNotThatOfAnotherDatabasesTransaction() {
        DataSource other = new DriverManagerDataSource("jdbc:h2:mem:other");

        int isolation = new TransactionTemplate(new DataSourceTransactionManager(other))
                .execute(status -> isolationWithin(context.getBean(Meters.class)));

        assertThat(isolation).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
    }

    private static int isolationOfOthers() {
        return new TransactionTemplate(transactions).execute(status -> isolation());
    }

    /** The total of a new meter, which is made within the call's transaction. */
    private static int isolationWithin(UpsertRepository<Meter> meters) {
        String name = UUID.randomUUID().toString();
        return meters.getOrCreate(Map.of("name", name), () -> new Meter(name, isolation()))
                .total();
    }

    private static int isolation() {
        return context.getBean(EntityManager.class)
                .unwrap(Session.class)
                .doReturningWork(Connection::getTransactionIsolation);
    }
}
