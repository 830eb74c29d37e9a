/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.row;

import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/**
 * An entity instance that is about to become a row.
 *
 * @param entity the instance
 * @param id the identifier of its row, or null if the server makes it
 * @param state the values of its attributes, in Hibernate's order
 * @param session the session that knows how to bind them
 */
record Instance(
        Object entity, @Nullable Object id, @Nullable Object[] state, SharedSessionContractImplementor session) {}
