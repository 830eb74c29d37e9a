/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import dev.onkey.hibernate.DuplicateKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/**
 * A row was refused because another one holds the same value in a unique key; says which entity and which attributes.
 *
 * <pre>{@code
 * try {
 *     accounts.save(account);
 * } catch (DuplicateEntityException e) {
 *     e.entityType();   // Account
 *     e.attributes();   // [tenant, email]
 * }
 * }</pre>
 *
 * <p>As errors of a form's fields, where they are called as the attributes are:
 *
 * <pre>{@code
 * } catch (DuplicateEntityException e) {
 *     e.attributes().forEach(attribute -> binding.rejectValue(attribute, "duplicate", "is taken already"));
 *     return "sign-up";
 * }
 * }</pre>
 *
 * <p>As a problem response of status 409, for all controllers at once:
 *
 * <pre>{@code
 * @ExceptionHandler
 * ProblemDetail conflict(DuplicateEntityException e) {
 *     ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.CONFLICT);
 *     problem.setTitle(e.entityType() == null ? "Already exists" : e.entityType().getSimpleName() + " already exists");
 *     problem.setProperty("attributes", e.attributes());
 *     return problem;
 * }
 * }</pre>
 *
 * <p>It comes from repositories, from {@code @Repository} beans and from the commit of a transaction; where another bean
 * flushes an entity manager itself, its cause arrives alone, as Spring translates nothing there. A handler of
 * {@link DuplicateKeyException} or {@link org.springframework.dao.DataIntegrityViolationException} catches it as well. Its cause is
 * {@link dev.onkey.hibernate.DuplicateEntityException}, which has the SQL and the database's own error. The message names the
 * key; not the values, unless {@link dev.onkey.hibernate.OnkeySettings#DUPLICATE_VALUES} says so.
 *
 * <p><b>Consequences.</b> The transaction is marked for rollback, and its persistence context is not usable any more: correct and
 * repeat in a new transaction.
 *
 * @since 0.1
 */
public final class DuplicateEntityException extends DuplicateKeyException {

    private static final long serialVersionUID = 1L;

    private final dev.onkey.hibernate.DuplicateEntityException duplicate;

    DuplicateEntityException(dev.onkey.hibernate.DuplicateEntityException cause) {
        super(cause.getMessage(), cause);
        this.duplicate = cause;
    }

    /** The key that was hit. */
    public DuplicateKey key() {
        return duplicate.key();
    }

    /** The entity whose key was hit, or null where it is not known. */
    public @Nullable Class<?> entityType() {
        return duplicate.entityType();
    }

    /** The attributes that make up the key, as paths from the entity; empty where they are not known. */
    public List<String> attributes() {
        return duplicate.attributes();
    }

    /** The instance whose row was refused, or null: see {@link dev.onkey.hibernate.DuplicateEntityException#entity()}. */
    public @Nullable Object entity() {
        return duplicate.entity();
    }

    /** The values that collided: see {@link dev.onkey.hibernate.DuplicateEntityException#values()}. */
    public Map<String, Object> values() {
        return duplicate.values();
    }

    /**
     * Finds the duplicate behind an exception, also where Spring had no part in it or another layer has wrapped it.
     *
     * @param thrown any exception
     * @return the first duplicate in its chain of causes, itself included
     */
    public static Optional<DuplicateEntityException> findIn(@Nullable Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof DuplicateEntityException duplicate) {
                return Optional.of(duplicate);
            }
            if (each instanceof dev.onkey.hibernate.DuplicateEntityException duplicate) {
                return Optional.of(new DuplicateEntityException(duplicate));
            }
        }
        return Optional.empty();
    }
}
