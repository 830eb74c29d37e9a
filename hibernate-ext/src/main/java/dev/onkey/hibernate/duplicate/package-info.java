/* SPDX-License-Identifier: Apache-2.0 */
/** Internal: turns the server's duplicate errors into exceptions that name the entity. Not for applications; may change in any version. */
@NullMarked
package dev.onkey.hibernate.duplicate;

import org.jspecify.annotations.NullMarked;
