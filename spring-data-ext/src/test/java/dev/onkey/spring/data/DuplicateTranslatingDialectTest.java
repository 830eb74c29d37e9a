/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.onkey.hibernate.DuplicateKey;
import dev.onkey.spring.data.shop.Account;
import dev.onkey.spring.data.shop.Accounts;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.orm.jpa.DefaultJpaDialect;
import org.springframework.orm.jpa.EntityManagerFactoryInfo;
import org.springframework.orm.jpa.JpaDialect;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.orm.jpa.vendor.HibernateJpaDialect;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.ReflectionUtils;

/** Translates duplicates; and what Spring does with a dialect's help still works with this one in front. */
@ParameterizedClass
@EnumSource
class DuplicateTranslatingDialectTest {
    private final Shop shop;
    private final Accounts accounts;
    private final TransactionTemplate transaction;

    DuplicateTranslatingDialectTest(Shop shop) {
        this.shop = shop;
        accounts = shop.get(Accounts.class);
        transaction =
                new TransactionTemplate(shop.get(TransactionTemplate.class).getTransactionManager());
    }

    @Test
    void jdbcAndJpaShareTheConnection() {
        EntityManager entityManager = sharedEntityManager();
        JdbcTemplate jdbc = new JdbcTemplate(shop.get(DataSource.class));
        transaction.executeWithoutResult(status -> {
            String sql = "select connection_id()";
            Number ofJpa = (Number) entityManager.createNativeQuery(sql).getSingleResult();
            assertThat(jdbc.queryForObject(sql, Long.class)).isEqualTo(ofJpa.longValue());
        });
    }

    @Test
    void isolationAndReadOnlyReachTheConnection() {
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_SERIALIZABLE);
        transaction.setReadOnly(true);
        transaction.executeWithoutResult(status -> {
            Connection connection = DataSourceUtils.getConnection(shop.get(DataSource.class));
            assertThat(isolationOf(connection)).isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
        });
    }

    @Test
    void aStatelessSessionJoinsTheTransaction() {
        assumeTrue(
                ReflectionUtils.findMethod(DefaultJpaDialect.class, "deriveEntityAgent", (Class<?>[]) null) != null,
                "Spring 7.0.4 and later");
        EntityManager entityManager = sharedEntityManager();
        EntityManagerFactoryInfo factory = (EntityManagerFactoryInfo) shop.get(EntityManagerFactory.class);
        DefaultJpaDialect dialect = (DefaultJpaDialect) factory.getJpaDialect();
        transaction.executeWithoutResult(status -> {
            Account account = accounts.saveAndFlush(new Account("cleo@x.org", "3", "Cleo"));
            Object session = dialect.deriveEntityAgent(entityManager, null);
            assertThat(((StatelessSession) session).get(Account.class, account.id()))
                    .isNotNull();
            status.setRollbackOnly();
        });
    }

    @Test
    void aTranslatorOfTheApplicationDoesNotHideTheEntity() {
        HibernateJpaDialect hibernate = new HibernateJpaDialect();
        hibernate.setJdbcExceptionTranslator(new SQLExceptionSubclassTranslator());
        JpaDialect dialect = DuplicateTranslatingDialect.before(hibernate);

        assertThat(dialect.translateExceptionIfPossible(duplicate())).isInstanceOf(DuplicateEntityException.class);
    }

    @Test
    void onlyPersistenceExceptionsAreTranslated() {
        JpaDialect dialect = DuplicateTranslatingDialect.before(new HibernateJpaDialect());
        DataAccessException translated = dialect.translateExceptionIfPossible(duplicate());

        assertThat(dialect.translateExceptionIfPossible(translated)).isNull();
        assertThat(dialect.translateExceptionIfPossible(new UnsupportedOperationException(duplicate())))
                .isNull();
    }

    @Test
    void aDialectIsWrappedOnce() {
        JpaDialect dialect = DuplicateTranslatingDialect.before(new HibernateJpaDialect());

        assertThat(DuplicateTranslatingDialect.before(dialect)).isSameAs(dialect);
    }

    @Test
    void anExceptionThatSpringHadNoPartInIsFoundToo() {
        dev.onkey.hibernate.DuplicateEntityException duplicate = duplicate();

        assertThat(DuplicateEntityException.findIn(new IllegalStateException(duplicate)))
                .get()
                .isInstanceOf(DuplicateKeyException.class)
                .extracting(Throwable::getCause)
                .isSameAs(duplicate);
        assertThat(DuplicateEntityException.findIn(new IllegalStateException())).isEmpty();
        assertThat(DuplicateEntityException.findIn(null)).isEmpty();
    }

    private EntityManager sharedEntityManager() {
        return SharedEntityManagerCreator.createSharedEntityManager(shop.get(EntityManagerFactory.class));
    }

    private static dev.onkey.hibernate.DuplicateEntityException duplicate() {
        DuplicateKey key = new DuplicateKey(
                DuplicateKey.Kind.NATURAL, "ux", "account", List.of("email"), Account.class, null, List.of("email"));
        SQLException cause = new SQLException("Duplicate entry", "23000", 1062);
        return new dev.onkey.hibernate.DuplicateEntityException("message", cause, null, "ux", key);
    }

    private static int isolationOf(Connection connection) {
        try {
            return connection.getTransactionIsolation();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
