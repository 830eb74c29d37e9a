/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/**
 * A row was refused because another one holds the same value in a unique key; says which entity and which attributes.
 *
 * <pre>{@code
 * try {
 *     entityManager.persist(account);
 *     entityManager.flush();
 * } catch (DuplicateEntityException e) {
 *     e.entityType();   // Account
 *     e.attributes();   // [tenant, email]
 * }
 * }</pre>
 *
 * <p>Everything that was true of Hibernate's exception stays true: it is a {@link ConstraintViolationException} of kind
 * {@link ConstraintViolationException.ConstraintKind#UNIQUE UNIQUE} with the same constraint name, SQL, SQLState and error code.
 * The message names the key, never the values.
 *
 * <p><b>Consequences.</b> As with every exception of a flush, the persistence context is not usable after it, and the
 * transaction is marked for rollback. At commit it is the cause of the exception that is thrown: see {@link #findIn}.
 *
 * @since 0.1
 */
public final class DuplicateEntityException extends ConstraintViolationException {

    private static final long serialVersionUID = 1L;

    private final DuplicateKey key;

    /**
     * Names a duplicate that the database reported.
     *
     * @param cause the database's own error
     * @param sql the statement, where it is known
     * @param constraintName the constraint's name as Hibernate reports it
     * @param key what is known of the key
     */
    public DuplicateEntityException(
            SQLException cause, @Nullable String sql, @Nullable String constraintName, DuplicateKey key) {
        super(key.describe(), cause, sql, ConstraintKind.UNIQUE, constraintName);
        this.key = key;
    }

    /** The entity, the attributes and the key; never the values, and not the SQL, which {@link #getSQL()} has. */
    @Override
    public String getMessage() {
        return key.describe();
    }

    /** The key that was hit. */
    public DuplicateKey key() {
        return key;
    }

    /** The entity whose key was hit, or null where it is not known. */
    public @Nullable Class<?> entityType() {
        return key.entityType();
    }

    /** The attributes that make up the key, as paths from the entity; empty where they are not known. */
    public List<String> attributes() {
        return key.attributes();
    }

    /**
     * Finds the duplicate behind an exception: at commit, for one, it is the cause of a {@code RollbackException}.
     *
     * @param thrown any exception
     * @return the first duplicate in its chain of causes, itself included
     */
    public static Optional<DuplicateEntityException> findIn(@Nullable Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof DuplicateEntityException duplicate) {
                return Optional.of(duplicate);
            }
        }
        return Optional.empty();
    }
}
