/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.duplicate;

import dev.onkey.hibernate.key.MappedKey;
import org.jspecify.annotations.Nullable;

/**
 * What a server's duplicate error says.
 *
 * @param key the key that was hit
 * @param value the row's value of it, as the server prints it; null where the message has none, or it is not certain where it ends
 */
record DuplicateEntry(MappedKey key, @Nullable String value) {}
