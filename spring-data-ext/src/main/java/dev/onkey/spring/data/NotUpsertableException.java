/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import org.springframework.beans.factory.BeanInitializationException;

/**
 * A repository extends {@link UpsertRepository}, and its entity cannot be upserted: the application does not start. The message has
 * the repository, the entity, the reason and the cure.
 *
 * @since 0.1
 */
public final class NotUpsertableException extends BeanInitializationException {

    private static final long serialVersionUID = 1L;

    private final Class<?> repository;

    NotUpsertableException(Class<?> repository, String reason) {
        super(repository.getSimpleName() + " is an UpsertRepository, and that cannot work: " + reason);
        this.repository = repository;
    }

    /** The repository's interface. */
    public Class<?> repository() {
        return repository;
    }
}
