/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.ConnectionHandle;
import org.springframework.orm.jpa.DefaultJpaDialect;
import org.springframework.orm.jpa.JpaDialect;
import org.springframework.transaction.TransactionDefinition;

/**
 * Translates duplicates, and leaves everything else to the dialect that it stands in front of.
 *
 * <p>It extends the default dialect only because Spring 7 asks no other for a JPA 4 entity agent in the current transaction.
 */
@SuppressWarnings("serial") // serializable by inheritance alone, as Spring's own dialects are
final class DuplicateTranslatingDialect extends DefaultJpaDialect {

    private final JpaDialect delegate;

    private DuplicateTranslatingDialect(JpaDialect delegate) {
        this.delegate = delegate;
    }

    static JpaDialect before(JpaDialect dialect) {
        return dialect instanceof DuplicateTranslatingDialect ? dialect : new DuplicateTranslatingDialect(dialect);
    }

    /**
     * Looks behind persistence exceptions only: what an application throws with a duplicate as its cause is not Spring's to
     * translate.
     */
    static @Nullable DuplicateEntityException duplicateBehind(RuntimeException thrown) {
        return thrown instanceof PersistenceException
                ? DuplicateEntityException.findIn(thrown).orElse(null)
                : null;
    }

    @Override
    public @Nullable DataAccessException translateExceptionIfPossible(RuntimeException thrown) {
        DuplicateEntityException duplicate = duplicateBehind(thrown);
        return duplicate != null ? duplicate : delegate.translateExceptionIfPossible(thrown);
    }

    @Override
    public @Nullable Object beginTransaction(EntityManager entityManager, TransactionDefinition definition)
            throws SQLException {
        return delegate.beginTransaction(entityManager, definition);
    }

    @Override
    public @Nullable Object prepareTransaction(EntityManager entityManager, boolean readOnly, @Nullable String name) {
        return delegate.prepareTransaction(entityManager, readOnly, name);
    }

    @Override
    public void cleanupTransaction(@Nullable Object transactionData) {
        delegate.cleanupTransaction(transactionData);
    }

    @Override
    public @Nullable ConnectionHandle getJdbcConnection(EntityManager entityManager, boolean readOnly)
            throws SQLException {
        return delegate.getJdbcConnection(entityManager, readOnly);
    }

    @Override
    public void releaseJdbcConnection(ConnectionHandle handle, EntityManager entityManager) throws SQLException {
        delegate.releaseJdbcConnection(handle, entityManager);
    }

    /** Called by Spring 7.0.4 and later; before that neither the caller nor the method called here exists. */
    @Override
    public @Nullable Object deriveEntityAgent(EntityManager entityManager, @Nullable Map<?, ?> properties) {
        return delegate instanceof DefaultJpaDialect dialect
                ? dialect.deriveEntityAgent(entityManager, properties)
                : null;
    }
}
