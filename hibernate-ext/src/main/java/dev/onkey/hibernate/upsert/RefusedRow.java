/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import org.jspecify.annotations.Nullable;

/**
 * A candidate of an import that was left out, as it cannot be written.
 *
 * @param position where it stands in the input, the first being 0
 * @param candidate what was to be written; null if the input has a null there
 * @param reason why it cannot be: what {@link Upserts#upsert} would have thrown for it
 * @param <E> the entity's type
 * @since 0.1
 */
public record RefusedRow<E>(long position, @Nullable E candidate, RuntimeException reason) {}
