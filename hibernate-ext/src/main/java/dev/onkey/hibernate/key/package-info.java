/* SPDX-License-Identifier: Apache-2.0 */
/** Internal: reads the unique keys that the mapping declares. Not for applications; may change in any version. */
@NullMarked
package dev.onkey.hibernate.key;

import org.jspecify.annotations.NullMarked;
