/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate;

import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * The message names the key; not the values, unless {@link OnkeySettings#DUPLICATE_VALUES} says so.
 *
 * <p><b>Consequences.</b> As with every exception of a flush, the persistence context is not usable after it, and the
 * transaction is marked for rollback. At commit it is the cause of the exception that is thrown: see {@link #findIn}.
 *
 * @since 0.1
 */
public final class DuplicateEntityException extends ConstraintViolationException {

    private static final long serialVersionUID = 1L;

    private final String message;
    private final DuplicateKey key;
    private final transient @Nullable Object entity;
    private final transient Map<String, Object> values;

    /**
     * For Onkey, which makes these: a duplicate that the database reported.
     *
     * @param message the key, for people
     * @param cause the database's own error
     * @param sql the statement, where it is known
     * @param constraintName the constraint's name as Hibernate reports it
     * @param key what is known of the key
     */
    public DuplicateEntityException(
            String message,
            SQLException cause,
            @Nullable String sql,
            @Nullable String constraintName,
            DuplicateKey key) {
        this(message, cause, sql, constraintName, key, null, Map.of());
    }

    private DuplicateEntityException(
            String message,
            SQLException cause,
            @Nullable String sql,
            @Nullable String constraintName,
            DuplicateKey key,
            @Nullable Object entity,
            Map<String, Object> values) {
        super(message, cause, sql, ConstraintKind.UNIQUE, constraintName);
        this.message = message;
        this.key = key;
        this.entity = entity;
        this.values = values;
    }

    /** For Onkey: the same exception, thrown at the same place, that also holds the instance. */
    public DuplicateEntityException about(Object refused, Map<String, Object> itsValues) {
        DuplicateEntityException copy = new DuplicateEntityException(
                message,
                getSQLException(),
                getSQL(),
                getConstraintName(),
                key,
                refused,
                Collections.unmodifiableMap(new LinkedHashMap<>(itsValues)));
        copy.setStackTrace(getStackTrace());
        return copy;
    }

    /** The entity, the attributes and the key; not the SQL, which {@link #getSQL()} has. */
    @Override
    public String getMessage() {
        return message;
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
     * The instance whose row was refused, or null where it is not certain which one that was.
     *
     * <p>It is certain where the database makes the identifiers, as rows are sent one by one then, and in a flush where
     * one instance alone has the value that was refused. It stays unknown for queries, native SQL, a {@code StatelessSession} and
     * collections, for two equal instances in one JDBC batch, and where values of other types than text and whole numbers would have
     * to be told apart. Not serialized.
     */
    public @Nullable Object entity() {
        return entity;
    }

    /**
     * The values that collided: of each of {@link #attributes()} in {@link #entity()}, by path.
     *
     * @return empty where the instance is not known, and after the exception was serialized
     */
    public Map<String, Object> values() {
        // null once it was serialized
        return values == null ? Map.of() : values;
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
