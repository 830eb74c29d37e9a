/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onkey.hibernate.DuplicateEntityException;
import dev.onkey.hibernate.DuplicateKey;
import dev.onkey.hibernate.ServerlessFactory;
import dev.onkey.hibernate.key.KeyCatalogs;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import org.hibernate.JDBCException;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.engine.jdbc.spi.SqlExceptionHelper;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.GenericJDBCException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DuplicateEntityConverterTest {

    private static final String SQL = "insert into Tenant (code) values (?)";

    @ParameterizedTest
    @ValueSource(ints = {1022, 1048, 1169, 1213, 1364, 1406, 1451, 1452, 1205, 3819, 0})
    void leavesEverythingElseAsItIs(int code) {
        SQLException error = new SQLIntegrityConstraintViolationException("for key 'Tenant.PRIMARY'", "23000", code);
        SqlExceptionHelper helper = new SqlExceptionHelper(DuplicateEntityConverterTest::plain, false);
        withConverter(helper, () -> {
            JDBCException converted = helper.convert(error, "message", SQL);
            assertThat(converted.getClass()).isEqualTo(ConstraintViolationException.class);
            assertThat(converted.getSuppressed()).isEmpty();
        });
    }

    @Test
    void leavesADuplicateThatHibernateTakesForSomethingElse() {
        SqlExceptionHelper helper =
                new SqlExceptionHelper((error, message, sql) -> new GenericJDBCException(message, error, sql), false);
        withConverter(
                helper,
                () -> assertThat(helper.convert(error("Tenant.PRIMARY", 1062), "message", SQL))
                        .isExactlyInstanceOf(GenericJDBCException.class));
    }

    @ParameterizedTest
    @CsvSource({"1062, true", "1586, true", "1761, false", "1762, false"})
    void knowsTheSiblings(int code, boolean named) {
        SqlExceptionHelper helper = new SqlExceptionHelper(DuplicateEntityConverterTest::plain, false);
        withConverter(helper, () -> {
            SQLException error = named ? error("Tenant.PRIMARY", code) : new SQLException("anything", "23000", code);
            DuplicateEntityException duplicate = (DuplicateEntityException) helper.convert(error, "message", SQL);
            assertThat(duplicate.getConstraintName()).isEqualTo("as before");
            assertThat(duplicate.getSQL()).isEqualTo(SQL);
            assertThat((Throwable) duplicate.getSQLException()).isSameAs(error);
            if (named) {
                assertThat(duplicate.entityType()).isEqualTo(Tenant.class);
            } else {
                assertThat(duplicate.key()).isEqualTo(DuplicateKey.unmapped(""));
            }
        });
    }

    @Test
    void readsTheErrorOfABatch() {
        SqlExceptionHelper helper = new SqlExceptionHelper(DuplicateEntityConverterTest::plain, false);
        withConverter(helper, () -> {
            SQLException cause = error("Tenant.PRIMARY", 1062);
            SQLException batch = new BatchUpdateException(cause.getMessage(), "23000", 1062, new int[] {1, -3}, cause);
            DuplicateEntityException duplicate = (DuplicateEntityException) helper.convert(batch, "message", SQL);
            assertThat(duplicate.entityType()).isEqualTo(Tenant.class);
            assertThat((Throwable) duplicate.getSQLException()).isSameAs(batch);
        });
    }

    @Test
    void livesWithoutMessageAndStatement() {
        SqlExceptionHelper helper = new SqlExceptionHelper(DuplicateEntityConverterTest::plain, false);
        withConverter(helper, () -> {
            JDBCException converted =
                    helper.getSqlExceptionConverter().convert(new SQLException(null, "23000", 1062), "message", null);
            assertThat(((DuplicateEntityException) converted).key()).isEqualTo(DuplicateKey.unmapped(""));
        });
    }

    private static void withConverter(SqlExceptionHelper helper, Runnable test) {
        try (StandardServiceRegistry registry = ServerlessFactory.registry("MySQLDialect");
                SessionFactoryImplementor factory = ServerlessFactory.in(registry, Tenant.class)) {
            DuplicateEntityConverter.install(helper, KeyCatalogs.of(factory), false, null);
            test.run();
        }
    }

    private static SQLException error(String key, int code) {
        return new SQLException("Duplicate entry '1' for key '" + key + "'", "23000", code);
    }

    private static JDBCException plain(SQLException error, String message, @Nullable String sql) {
        return new ConstraintViolationException(message, error, sql, "as before");
    }

    @Entity(name = "Tenant")
    static class Tenant {
        @Id
        long id;
    }
}
